package org.acervo.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Rules.Known;
import org.acervo.catalog.Rules.Purpose;
import org.acervo.vocabulary.FewVocabularies;
import org.acervo.vocabulary.Licence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule by its code and its cause. */
class RulesTest {

    private static final List<String> DATES = List.of("2021", "2021-02", "2021-02-17", "2017~", "201X", "unknown");
    private static final List<String> LANGUAGES = List.of("es", "en", "fr", "pt", "pt-BR", "zxx");

    private final Rules rules =
            new Rules(FewVocabularies.all(), () -> new TreeSet<>(Set.of("mobility-tracking", "covid")));

    /** A record without fault. */
    private static List<Statement> good() {
        return new ArrayList<>(List.of(
                Statement.of(Element.MISSION, "mexico"),
                Statement.of(Element.TYPE, "report"),
                Statement.of(Element.TITLE, "Título", "es"),
                Statement.of(Element.DESCRIPTION, "Resumen", "es"),
                Statement.of(Element.THEME, "migration-data"),
                Statement.of(Element.DATE, "2021-02"),
                Statement.of(Element.LINK, "https://example.org/")));
    }

    @Test
    void a_good_record_has_no_finding() {
        assertThat(publish(good())).isEmpty();
    }

    @Test
    void required_of_a_draft_is_a_title() {
        assertThat(rules.check(DublinCore.EMPTY, Purpose.DRAFT))
                .containsExactly(Finding.of(Rule.REQUIRED, "/title", null));
    }

    @Test
    void required_of_a_publication_is_everything_at_once() {
        assertThat(rules.check(DublinCore.EMPTY, Purpose.PUBLISH))
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
    void required_of_news_is_less() {
        assertThat(rules.check(new DublinCore(List.of(Statement.of(Element.TYPE, "news"))), Purpose.PUBLISH))
                .extracting(Finding::pointer)
                .containsExactly("/mission", "/title", "/language", "/rights");
    }

    @Test
    void defaults_of_the_mission_count_as_present() {
        List<Statement> caribbean = good();
        caribbean.set(0, Statement.of(Element.MISSION, "caribbean"));
        assertThat(publish(caribbean))
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
        List<Statement> bare = good();
        bare.removeIf(each -> each.element() == Element.LINK);
        Finding asked = Finding.of(Rule.NO_FILE_OR_LINK, "/link", null);
        assertThat(publish(bare)).containsExactly(asked);
        assertThat(rules.check(new DublinCore(bare), Purpose.PUBLISH, new Known(null, true)))
                .isEmpty();
        assertThat(rules.check(new DublinCore(bare), Purpose.DRAFT)).isEmpty();
        bare.add(Statement.of(Element.ACCESS, "metadata-only"));
        assertThat(publish(bare)).isEmpty();
        bare.set(1, Statement.of(Element.TYPE, "news"));
        assertThat(publish(bare)).isEmpty();
    }

    @Test
    void unknown_code_of_each_vocabulary() {
        assertThat(found(Element.MISSION, "mexcio"))
                .contains(Finding.of(Rule.UNKNOWN_CODE, "/mission", "mexcio", "mexico", "belize", "caribbean"));
        assertThat(found(Element.TYPE, "Studies"))
                .contains(Finding.of(Rule.UNKNOWN_CODE, "/type", "Studies", "study", "news", "report"));
        assertThat(found(Element.THEME, "Labour mobility"))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_CODE, "/theme/1", "Labour mobility", "labour-mobility", "migration-data"));
        assertThat(found(Element.COLLECTION, "mobility"))
                .containsExactly(
                        Finding.of(Rule.UNKNOWN_CODE, "/collections/0", "mobility", "covid", "mobility-tracking"));
        assertThat(found(Element.ACCESS, "metadata"))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_CODE, "/access", "metadata", "metadata-only", "restricted", "open", "embargoed"));
    }

    @Test
    void unknown_code_beside_a_value() {
        assertThat(found(Element.CREATOR, "Ana", Map.of(Qualifier.KIND, "organisation")))
                .containsExactly(
                        Finding.of(Rule.UNKNOWN_CODE, "/creator/0/kind", "organisation", "organization", "person"));
        assertThat(found(Element.IDENTIFIER, "1", Map.of(Qualifier.SCHEME, "uri")))
                .extracting(Finding::pointer)
                .containsExactly("/identifier/0/scheme");
        assertThat(found(Element.RELATION, "x", Map.of(Qualifier.TYPE, "hasPart")))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_CODE,
                        "/relation/0/type",
                        "hasPart",
                        "isPartOf",
                        "isSummaryOf",
                        "isReplacedBy",
                        "references",
                        "isTranslationOf",
                        "isNewVersionOf"));
    }

    @Test
    void required_type_of_a_relation() {
        assertThat(found(Element.RELATION, "x"))
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(tuple(Rule.REQUIRED, "/relation/0/type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2021-02", "2020-02-29", "0001", "2017~", "2017-05~", "201X", "20XX", "unknown"})
    void a_date(String date) {
        assertThat(found(Element.DATE, date)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21",
                "0000",
                "2021-2",
                "2021-13",
                "2021-00",
                "2021-02-30",
                "2019-02-29",
                "2021-02-17T10:00Z",
                "17/02/2021",
                "feb-21",
                "2021-02-",
                "2XXX",
                "201X~",
                "2X17",
                "~",
                "2021~~",
                "２０２１",
                "Unknown",
                "2021/02",
                "-2021",
                "+202"
            })
    void malformed_date(String date) {
        assertThat(found(Element.DATE, date)).containsExactly(Finding.of(Rule.MALFORMED_DATE, "/date", date, DATES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2020", "2020-09/2020-11", "2020/..", "../2020", "2020/2020-01", "2020-05/2020", "201X/2015"})
    void a_period(String period) {
        assertThat(found(Element.TEMPORAL, period)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../..", "..", "2020-11/2020-09", "2021/2020-12", "/2020", "2020/", "2020/2021/2022", "unknown"})
    void malformed_period(String period) {
        assertThat(found(Element.TEMPORAL, period))
                .containsExactly(Finding.of(
                        Rule.MALFORMED_PERIOD, "/temporal/0", period, "2020", "2020-09/2020-11", "2020-09/.."));
    }

    @Test
    void malformed_language_of_a_document_a_value_and_a_link() {
        assertThat(found(Element.LANGUAGE, "Spanish"))
                .containsExactly(Finding.of(Rule.MALFORMED_LANGUAGE, "/language/0", "Spanish", LANGUAGES));
        assertThat(found(Statement.of(Element.SUBJECT, "x", "qq")))
                .containsExactly(Finding.of(Rule.MALFORMED_LANGUAGE, "/subject/0/lang", "qq", LANGUAGES));
        assertThat(found(Element.LINK, "https://x.org/", Map.of(Qualifier.LANGUAGE, "e")))
                .containsExactly(Finding.of(Rule.MALFORMED_LANGUAGE, "/link/1/language", "e", LANGUAGES));
        assertThat(found(Element.LANGUAGE, "zxx")).isEmpty();
    }

    @Test
    void unknown_place_that_looks_like_a_code() {
        assertThat(found(Element.COVERAGE, "XQ"))
                .containsExactly(Finding.of(Rule.UNKNOWN_PLACE, "/coverage/0", "XQ", "MX", "MX-CHP", "029"));
        for (String known : List.of("MX", "MX-CHP", "029", "Tapachula")) {
            assertThat(found(Element.COVERAGE, known)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "isbn, 978-92-9068-815-4, 978-92-9068-815-0",
        "isbn, 9789290688154, 9789290688150",
        "isbn, 0-8044-2957-1, 0-8044-2957-X",
        "isbn, 978-92, 978-3-16-148410-0",
        "issn, 1561-5501, 1561-5502",
        "issn, 15615502-, 1561-5502"
    })
    void wrong_check_digit_of_a_number(String scheme, String given, String right) {
        Finding finding = Finding.of(Rule.WRONG_CHECK_DIGIT, "/identifier/0", given, right);
        assertThat(found(Element.IDENTIFIER, given, Map.of(Qualifier.SCHEME, scheme)))
                .containsExactly(finding);
        assertThat(finding.isError()).isFalse();
    }

    @Test
    void wrong_check_digit_of_an_orcid() {
        assertThat(found(Element.CREATOR, "García, Ana", Map.of(Qualifier.ID, "https://orcid.org/0000-0002-1825-0098")))
                .containsExactly(Finding.of(
                        Rule.WRONG_CHECK_DIGIT,
                        "/creator/0/id",
                        "https://orcid.org/0000-0002-1825-0098",
                        "https://orcid.org/0000-0002-1825-0097"));
        assertThat(found(Element.CREATOR, "García, Ana", Map.of(Qualifier.ID, "https://orcid.org/0000-0002-1694-233X")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "isbn, 978-92-9068-815-0",
        "isbn, 0-8044-2957-X",
        "issn, 1561-5502",
        "issn, 2434561X",
        "doi, 10.18356/9789213636787",
        "handle, 20.500.11788/12",
        "symbol, A/RES/73/195",
        "url, https://example.org/"
    })
    void an_identifier(String scheme, String value) {
        assertThat(found(Element.IDENTIFIER, value, Map.of(Qualifier.SCHEME, scheme)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"doi, 11.18356/x", "doi, 10.18356/", "handle, abc", "url, www.example.org"})
    void malformed_uri_of_an_identifier(String scheme, String value) {
        assertThat(found(Element.IDENTIFIER, value, Map.of(Qualifier.SCHEME, scheme)))
                .extracting(Finding::rule, Finding::pointer, Finding::given)
                .containsExactly(tuple(Rule.MALFORMED_URI, "/identifier/0", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org/",
                "https://",
                "http:///x",
                "https://example.org/a b",
                "https://example.org/é",
                "https://example.org/%zz",
                "https://:80/",
                "javascript:alert(1)",
                "https://exa mple.org/",
                "https:/example.org"
            })
    void malformed_uri_of_an_address(String address) {
        assertThat(found(Element.FORMER_URL, address))
                .containsExactly(
                        Finding.of(Rule.MALFORMED_URI, "/formerUrl/0", address, "https://example.org/report.pdf"));
        assertThat(found(Element.LINK, address)).extracting(Finding::pointer).containsExactly("/link/1/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://example.org:8080/a?b=c#d",
                "https://[2001:db8::1]/",
                "https://my_site.example.org/x"
            })
    void an_address(String address) {
        assertThat(found(Element.FORMER_URL, address)).isEmpty();
    }

    @Test
    void malformed_uri_of_an_agent_and_of_a_target() {
        assertThat(found(Element.CREATOR, "García, Ana", Map.of(Qualifier.ID, "ISNI 0000")))
                .containsExactly(Finding.of(
                        Rule.MALFORMED_URI, "/creator/0/id", "ISNI 0000", "https://orcid.org/0000-0002-1825-0097"));
        assertThat(found(Element.RELATION, "https://", Map.of(Qualifier.TYPE, "references")))
                .containsExactly(Finding.of(
                        Rule.MALFORMED_URI, "/relation/0/target", "https://", "https://example.org/report.pdf"));
        assertThat(found(Element.RELATION, "mx-2", Map.of(Qualifier.TYPE, "references")))
                .isEmpty();
    }

    @Test
    void relation_to_itself_by_source_id_and_by_id() {
        List<Statement> record = good();
        record.add(Statement.of(Element.SOURCE_ID, "mx-1"));
        record.add(new Statement(Element.RELATION, "mx-1", null, Map.of(Qualifier.TYPE, "references")));
        record.add(new Statement(Element.RELATION, "17", null, Map.of(Qualifier.TYPE, "references")));
        assertThat(publish(record)).containsExactly(Finding.of(Rule.RELATION_TO_ITSELF, "/relation/0/target", "mx-1"));
        assertThat(rules.check(new DublinCore(record), Purpose.PUBLISH, new Known(new PublicationId(17), false)))
                .containsExactly(
                        Finding.of(Rule.RELATION_TO_ITSELF, "/relation/0/target", "mx-1"),
                        Finding.of(Rule.RELATION_TO_ITSELF, "/relation/1/target", "17"));
    }

    @Test
    void unknown_licence() {
        assertThat(found(Element.RIGHTS, "CC0 1.0"))
                .containsExactly(Finding.of(
                        Rule.UNKNOWN_LICENCE,
                        "/rights",
                        "CC0 1.0",
                        FewVocabularies.CC0,
                        Licence.NOT_EVALUATED,
                        FewVocabularies.BY_NC_ND));
        assertThat(found(Element.RIGHTS, FewVocabularies.CC0)).isEmpty();
    }

    @Test
    void rights_not_evaluated_as_stated() {
        assertThat(found(Element.RIGHTS, Licence.NOT_EVALUATED))
                .containsExactly(Finding.of(Rule.RIGHTS_NOT_EVALUATED, "/rights", Licence.NOT_EVALUATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a\u00A0", "a\tb", "a\u0000", "a\uD800", "a\u0085b"})
    void malformed_source_id(String sourceId) {
        assertThat(found(Element.SOURCE_ID, sourceId))
                .containsExactly(Finding.of(Rule.MALFORMED_SOURCE_ID, "/sourceId", sourceId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b/c:ñ", "mx-2021-014", "😀"})
    void a_source_id(String sourceId) {
        assertThat(found(Element.SOURCE_ID, sourceId)).isEmpty();
    }

    @Test
    void too_long_a_value_or_what_stands_beside_it() {
        String id = "x".repeat(201);
        assertThat(found(Element.SOURCE_ID, id)).containsExactly(Finding.of(Rule.TOO_LONG, "/sourceId", id, "200"));
        String label = "x".repeat(1_001);
        assertThat(found(Element.LINK, "https://x.org/", Map.of(Qualifier.LABEL, label)))
                .containsExactly(Finding.of(Rule.TOO_LONG, "/link/1/label", label, "1000"));
    }

    @Test
    void too_many_values_are_one_finding() {
        List<Statement> record = good();
        for (int i = 0; i < 60; i++) {
            record.add(Statement.of(Element.TEMPORAL, "19" + (10 + i)));
        }
        assertThat(publish(record)).containsExactly(Finding.of(Rule.TOO_MANY, "/temporal", "60", "50"));
        assertThat(found(Element.TYPE, "study")).containsExactly(Finding.of(Rule.TOO_MANY, "/type", "2", "1"));
    }

    @Test
    void empty_value_with_something_beside_it() {
        assertThat(found(Element.PROJECT, "", Map.of(Qualifier.FUNDER, "USAID")))
                .containsExactly(Finding.of(Rule.EMPTY_VALUE, "/project/0/code", null));
    }

    /** What is found in a good record with one more statement, in the place of the one where there may be but one. */
    private List<Finding> found(Statement statement) {
        List<Statement> record = good();
        record.add(statement);
        return publish(record);
    }

    private List<Finding> found(Element element, String value) {
        return found(element, value, Map.of());
    }

    private List<Finding> found(Element element, String value, Map<Qualifier, String> qualifiers) {
        List<Statement> record = good();
        boolean again = element == Element.TYPE && value.equals("study");
        if (element.most() == 1 && !again) {
            record.removeIf(each -> each.element() == element);
        }
        record.add(new Statement(element, value, null, qualifiers));
        return publish(record);
    }

    private List<Finding> publish(List<Statement> statements) {
        return rules.check(new DublinCore(statements), Purpose.PUBLISH);
    }
}
