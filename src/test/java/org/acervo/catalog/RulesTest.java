package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.acervo.catalog.Rules.Known;
import org.acervo.catalog.Rules.Purpose;
import org.acervo.vocabulary.FewVocabularies;
import org.acervo.vocabulary.Licence;
import org.junit.jupiter.api.Test;

/** What must be there, how much and how long: each rule by its code and its cause. */
class RulesTest {

    private static final List<String> DATES = List.of("2021", "2021-02", "2021-02-17", "2017~", "201X", "unknown");
    private static final List<String> LANGUAGES = List.of("es", "en", "fr", "pt", "pt-BR", "zxx");

    private final GoodRecord checked = new GoodRecord();

    @Test
    void a_good_record_has_no_finding() {
        assertThat(checked.publish(GoodRecord.statements())).isEmpty();
    }

    @Test
    void required_of_a_draft_is_a_title() {
        assertThat(checked.rules().check(DublinCore.EMPTY, Purpose.DRAFT))
                .containsExactly(Finding.of(Rule.REQUIRED, "/title", null));
    }

    @Test
    void required_of_a_publication_is_everything_at_once() {
        assertThat(checked.publish(List.of()))
                .containsExactly(
                        Finding.of(Rule.REQUIRED, "/mission", null, "mexico", "belize", "caribbean"),
                        Finding.of(Rule.REQUIRED, "/type", null, "report", "study", "news"),
                        Finding.of(Rule.REQUIRED, "/title", null),
                        Finding.of(Rule.REQUIRED, "/description", null),
                        Finding.of(Rule.REQUIRED, "/theme", null, "migration-data", "labour-mobility"),
                        Finding.of(Rule.REQUIRED, "/date", null, DATES),
                        Finding.of(Rule.REQUIRED, "/language", null, LANGUAGES),
                        Finding.of(Rule.RIGHTS_NOT_EVALUATED, "/rights", null),
                        Finding.of(Rule.NO_FILE_OR_LINK, "/link", null));
    }

    @Test
    void examples_of_what_is_required_have_their_labels() {
        assertThat(checked.rules().check(DublinCore.EMPTY, Purpose.PUBLISH))
                .filteredOn(each -> List.of("/mission", "/type", "/theme").contains(each.pointer()))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.labels().keySet()).containsAll(each.expected()));
    }

    @Test
    void required_of_news_is_less() {
        assertThat(checked.rules().check(new DublinCore(List.of(Statement.of(Element.TYPE, "news"))), Purpose.PUBLISH))
                .extracting(Finding::pointer)
                .containsExactly("/mission", "/title", "/language", "/rights");
    }

    @Test
    void defaults_of_the_mission_count_as_present() {
        List<Statement> caribbean = GoodRecord.statements();
        caribbean.set(0, Statement.of(Element.MISSION, "caribbean"));
        assertThat(checked.publish(caribbean))
                .containsExactly(
                        Finding.of(Rule.REQUIRED, "/language", null, LANGUAGES),
                        Finding.of(Rule.RIGHTS_NOT_EVALUATED, "/rights", null));
    }

    @Test
    void defaults_fill_what_a_record_does_not_say() {
        DublinCore effective = new DublinCore(List.of(Statement.of(Element.LANGUAGE, "en")))
                .withDefaults(FewVocabularies.all()
                        .missions()
                        .find("mexico")
                        .orElseThrow()
                        .defaults());
        assertThat(effective.stream())
                .containsExactly(
                        new Statement(Element.PUBLISHER, "IOM Mexico", null, Map.of(Qualifier.KIND, "organization")),
                        Statement.of(Element.LANGUAGE, "en"),
                        Statement.of(Element.COVERAGE, "MX"),
                        Statement.of(Element.RIGHTS, FewVocabularies.BY_NC_ND));
    }

    @Test
    void no_file_or_link_without_either() {
        List<Statement> bare = GoodRecord.statements();
        bare.removeIf(each -> each.element() == Element.LINK);
        Finding asked = Finding.of(Rule.NO_FILE_OR_LINK, "/link", null);
        assertThat(checked.publish(bare)).containsExactly(asked);
        assertThat(checked.rules().check(new DublinCore(bare), Purpose.PUBLISH, new Known(null, true)))
                .isEmpty();
        assertThat(checked.rules().check(new DublinCore(bare), Purpose.DRAFT)).isEmpty();
        bare.add(Statement.of(Element.ACCESS, "metadata-only"));
        assertThat(checked.publish(bare)).isEmpty();
        bare.set(1, Statement.of(Element.TYPE, "news"));
        assertThat(checked.publish(bare)).isEmpty();
    }

    @Test
    void relation_to_itself_by_source_id_and_by_id() {
        List<Statement> record = GoodRecord.statements();
        record.add(Statement.of(Element.SOURCE_ID, "mx-1"));
        record.add(new Statement(Element.RELATION, "mx-1", null, Map.of(Qualifier.TYPE, "references")));
        record.add(new Statement(Element.RELATION, "17", null, Map.of(Qualifier.TYPE, "references")));
        assertThat(checked.publish(record))
                .containsExactly(Finding.of(Rule.RELATION_TO_ITSELF, "/relation/0/target", "mx-1"));
        assertThat(checked.rules()
                        .check(new DublinCore(record), Purpose.PUBLISH, new Known(new PublicationId(17), false)))
                .containsExactly(
                        Finding.of(Rule.RELATION_TO_ITSELF, "/relation/0/target", "mx-1"),
                        Finding.of(Rule.RELATION_TO_ITSELF, "/relation/1/target", "17"));
    }

    @Test
    void rights_not_evaluated_as_stated() {
        assertThat(checked.found(Element.RIGHTS, Licence.NOT_EVALUATED))
                .containsExactly(Finding.of(Rule.RIGHTS_NOT_EVALUATED, "/rights", Licence.NOT_EVALUATED));
    }

    @Test
    void too_long_a_value_or_what_stands_beside_it() {
        String id = "x".repeat(201);
        assertThat(checked.found(Element.SOURCE_ID, id))
                .containsExactly(Finding.of(Rule.TOO_LONG, "/sourceId", id, "200"));
        String label = "x".repeat(1_001);
        assertThat(checked.found(Element.LINK, "https://x.org/", Map.of(Qualifier.LABEL, label)))
                .containsExactly(Finding.of(Rule.TOO_LONG, "/link/1/label", label, "1000"));
    }

    @Test
    void too_many_values_are_one_finding() {
        List<Statement> record = GoodRecord.statements();
        for (int i = 0; i < 60; i++) {
            record.add(Statement.of(Element.TEMPORAL, "19" + (10 + i)));
        }
        assertThat(checked.publish(record)).containsExactly(Finding.of(Rule.TOO_MANY, "/temporal", "60", "50"));
        assertThat(checked.found(Statement.of(Element.TYPE, "study")))
                .containsExactly(Finding.of(Rule.TOO_MANY, "/type", "2", "1"));
    }

    @Test
    void empty_value_with_something_beside_it() {
        assertThat(checked.found(Element.PROJECT, "", Map.of(Qualifier.FUNDER, "USAID")))
                .containsExactly(Finding.of(Rule.EMPTY_VALUE, "/project/0/code", null));
    }

    @Test
    void required_type_of_a_relation() {
        assertThat(checked.found(Element.RELATION, "x"))
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(tuple(Rule.REQUIRED, "/relation/0/type"));
    }
}
