package org.acervo.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Rules;
import org.acervo.catalog.Statement;
import org.acervo.files.InMemoryFiles;
import org.acervo.platform.VocabularyFiles;
import org.acervo.publishing.BulkChange;
import org.acervo.publishing.BulkChange.Outcome;
import org.acervo.publishing.BulkChanging;
import org.acervo.publishing.ListedTrail;
import org.acervo.publishing.TestLibrary;
import org.acervo.search.SearchHouse;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Caller EVE =
            new Caller("eve", null, Set.of(Right.READ, Right.DEPOSIT, Right.PUBLISH, Right.CURATE), Set.of());
    private static final Source HERE = new Source("eve", "192.0.2.1");
    private static final Labels CLIMATE =
            new Labels("Climate mobility", "Movilidad climática", "Mobilité climatique", "Mobilidade climática");

    private final Vocabularies live = VocabularyFiles.read(Path.of("config", "vocabularies"));
    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(AT);
    private final ListedTrail trail = new ListedTrail();
    private final TestLibrary library = new TestLibrary(
            publications,
            disseminations,
            publications,
            new InMemoryFiles(publications, CLOCK),
            CLOCK,
            "https://library.example.org",
            live);
    private final BulkChanging changing = library.bulkChanging(publications, trail, CLOCK);
    private final InMemoryTermEdits edits = new InMemoryTermEdits(publications);
    private SearchHouse house;
    private Authorities authorities;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder, publications, live);
        authorities = server(live);
    }

    /** A server with its own vocabularies on the same database. */
    private Authorities server(Vocabularies own) {
        TermUse use = new TermUse(house.searching(), library.rerendering(), library.repository());
        return new Authorities(edits, own, disseminations, publications, trail, use, new Succession(changing), CLOCK);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private PublicationId publish(DublinCore text) {
        PublicationId id = library.publishing()
                .createPublic(TestLibrary.CURATOR, text)
                .publication()
                .id();
        house.searching();
        return id;
    }

    private PublicationId publish(String sourceId, String... themes) {
        return publish(TestLibrary.report(sourceId, "About " + sourceId, "mexico", themes));
    }

    private List<String> values(PublicationId id, Element element) {
        return publications.find(id).orElseThrow().metadata().values(element);
    }

    private String told(PublicationId id) {
        return new String(
                disseminations.find(id, "oai_dc").orElseThrow().payload().bytes(), StandardCharsets.UTF_8);
    }

    private Entry find(Authority authority, String code) {
        return authorities.find(authority, code).orElseThrow();
    }

    private static ThematicArea theme(String code, Labels labels) {
        return new ThematicArea(code, labels, Labels.same(""));
    }

    private static List<String> refusals(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Refused.class, work).findings().stream()
                .map(each -> each.rule().code() + " " + each.pointer())
                .toList();
    }

    @Test
    void another_label_is_told_beforehand_and_followed_by_all_that_shows_it() {
        PublicationId data = publish("a", "migration-data");
        PublicationId labour = publish("b", "labour-mobility");
        Vocabularies elsewhere = VocabularyFiles.read(Path.of("config", "vocabularies"));
        Authorities other = server(elsewhere);
        ThematicArea climate = theme("migration-data", CLIMATE);

        assertThat(authorities.effect(EVE, Authority.THEMES, climate)).isEqualTo(new TermUse.Effect(1, 1, false));
        authorities.change(EVE, HERE, Authority.THEMES, climate, 0);

        assertThat(live.themes().find("migration-data")).contains(climate);
        assertThat(library.rerendering().isDue()).isTrue();
        String before = told(labour);
        library.rerendering().stale(looked -> {});
        assertThat(told(data)).contains("Climate mobility");
        assertThat(told(labour)).isEqualTo(before);
        assertThat(house.indexer().isRelabelled()).isTrue();
        house.indexer().reindex(done -> {});
        assertThat(house.indexer().isRelabelled()).isFalse();
        assertThat(other.look()).isTrue();
        assertThat(other.look()).isFalse();
        assertThat(elsewhere.themes().find("migration-data")).contains(climate);
        Entry entry = find(Authority.THEMES, "migration-data");
        assertThat(entry.origin()).isEqualTo(Entry.Origin.CHANGED);
        assertThat(trail.lines()).anyMatch(each -> each.startsWith("term-changed eve themes migration-data"));
    }

    @Test
    void only_records_in_the_language_of_a_changed_label_move() {
        publish("a", "migration-data");
        ThematicArea old = live.themes().find("migration-data").orElseThrow();
        Labels labels = old.labels();
        ThematicArea french = new ThematicArea(
                old.code(), new Labels(labels.en(), labels.es(), "Autre", labels.pt()), old.description());
        assertThat(authorities.effect(EVE, Authority.THEMES, french)).isEqualTo(new TermUse.Effect(1, 0, false));
    }

    @Test
    void the_files_have_the_term_again_where_staff_give_it_back() {
        Term delivered = find(Authority.THEMES, "migration-data").term();
        authorities.change(EVE, HERE, Authority.THEMES, theme("migration-data", CLIMATE), 0);
        assertThat(refusals(() -> authorities.restore(EVE, HERE, Authority.THEMES, "migration-data", 0)))
                .containsExactly("stale-version ");
        authorities.restore(EVE, HERE, Authority.THEMES, "migration-data", 1);
        assertThat(find(Authority.THEMES, "migration-data").term()).isEqualTo(delivered);
        assertThat(live.themes().find("migration-data")).contains((ThematicArea) delivered);
        assertThat(refusals(() -> authorities.restore(EVE, HERE, Authority.THEMES, "migration-data", 0)))
                .containsExactly("state-forbids /code");
    }

    @Test
    void a_new_theme_may_be_used_at_once_and_is_a_set() {
        authorities.add(EVE, HERE, Authority.THEMES, theme("climate", CLIMATE));
        PublicationId id = publish("a", "climate");
        assertThat(told(id)).contains("Climate mobility");
        assertThat(disseminations.sets().stream().map(Object::toString)).anyMatch(each -> each.contains("climate"));
        assertThat(find(Authority.THEMES, "climate").origin()).isEqualTo(Entry.Origin.ADDED);
        assertThat(refusals(() -> authorities.add(EVE, HERE, Authority.THEMES, theme("climate", CLIMATE))))
                .containsExactly("name-taken /code");
        assertThat(refusals(() -> authorities.add(
                        EVE, HERE, Authority.THEMES, theme("No code", new Labels("Climate mobility", "", "x", "y")))))
                .containsExactly("malformed-parameter /code", "required /labels/es", "name-taken /labels/en");
    }

    @Test
    void a_new_type_is_mapped_like_a_broader_one() {
        PublicationType flow =
                authorities.typeLike("thesis", new PublicationType("master-thesis", CLIMATE, "", "", "", ""));
        authorities.add(EVE, HERE, Authority.TYPES, flow);
        PublicationType thesis = live.types().find("thesis").orElseThrow();
        PublicationType kept = live.types().find("master-thesis").orElseThrow();
        assertThat(kept.coar()).isEqualTo(thesis.coar());
        assertThat(kept.like()).isEqualTo("thesis");
        DublinCore text =
                TestLibrary.report("a", "A").with(Element.TYPE, List.of(Statement.of(Element.TYPE, "master-thesis")));
        assertThat(told(publish(text))).contains("Climate mobility").contains(thesis.coar());
        PublicationType none =
                authorities.typeLike("no-type", new PublicationType("none", Labels.same("None"), "", "", "", ""));
        assertThat(refusals(() -> authorities.add(EVE, HERE, Authority.TYPES, none)))
                .containsExactly("required /like");
    }

    @Test
    void a_term_is_retired_for_another_with_all_that_uses_it_and_back() {
        PublicationId one = publish("a", "migration-data");
        PublicationId both = publish("b", "labour-mobility", "migration-data");
        PublicationId none = publish("c", "labour-mobility");
        long change = authorities.retire(EVE, HERE, Authority.THEMES, "migration-data", "labour-mobility", 0);
        changing.run();

        assertThat(changing.counts(EVE, change)).isEqualTo(Map.of(Outcome.CHANGED, 2L));
        assertThat(values(one, Element.THEME)).containsExactly("labour-mobility");
        assertThat(values(both, Element.THEME)).containsExactly("labour-mobility");
        assertThat(publications.history(one)).hasSize(2);
        assertThat(publications.history(none)).hasSize(1);
        assertThat(live.themes().codes()).doesNotContain("migration-data");
        assertThat(refusals(() -> publish("d", "migration-data"))).containsExactly("retired-code /theme/0");
        assertThat(catchThrowableOfType(Refused.class, () -> publish("d", "migration-data"))
                        .findings()
                        .get(0)
                        .expected())
                .containsExactly("labour-mobility");

        changing.undo(EVE, HERE, change);
        changing.run();
        assertThat(changing.find(EVE, change).status()).isEqualTo(BulkChange.Status.UNDONE);
        assertThat(values(one, Element.THEME)).containsExactly("migration-data");
        house.searching();
        Entry retired = find(Authority.THEMES, "migration-data");
        assertThat(retired.change()).isEqualTo(change);
        authorities.succeed(EVE, HERE, Authority.THEMES, "migration-data", retired.number());
        changing.run();
        assertThat(values(one, Element.THEME)).containsExactly("labour-mobility");

        authorities.reinstate(
                EVE,
                HERE,
                Authority.THEMES,
                "migration-data",
                find(Authority.THEMES, "migration-data").number());
        publish("e", "migration-data");
    }

    @Test
    void what_has_a_retired_term_may_keep_it() {
        PublicationId id = publish("a", "migration-data");
        authorities.retire(EVE, HERE, Authority.THEMES, "migration-data", "", 0);
        library.publishing()
                .save(TestLibrary.CURATOR, id, 1, TestLibrary.report("a", "Another title", "mexico", "migration-data"));
        assertThat(values(id, Element.TITLE)).containsExactly("Another title");
        assertThat(library.publishing()
                        .check(
                                TestLibrary.report("a", "As it is imported again", "mexico", "migration-data"),
                                Rules.Purpose.PUBLISH,
                                null))
                .noneMatch(each -> each.rule() == Rule.RETIRED_CODE);
        assertThat(library.publishing()
                        .check(
                                TestLibrary.report("other", "New", "mexico", "migration-data"),
                                Rules.Purpose.PUBLISH,
                                null))
                .anyMatch(each -> each.rule() == Rule.RETIRED_CODE);
        assertThat(told(id))
                .contains(live.themes()
                        .find("migration-data")
                        .orElseThrow()
                        .labels()
                        .en());
    }

    @Test
    void a_retirement_that_fails_has_changed_nothing() {
        publish("a", "migration-data");
        Authorities failing = new Authorities(
                new FailingEdits(edits),
                live,
                disseminations,
                publications,
                trail,
                new TermUse(house.searching(), library.rerendering(), library.repository()),
                new Succession(changing),
                CLOCK);
        assertThatThrownBy(() -> failing.retire(EVE, HERE, Authority.THEMES, "migration-data", "labour-mobility", 0))
                .hasMessage("stopped");
        assertThat(changing.list(EVE, 10)).isEmpty();
        assertThat(live.themes().isRetired("migration-data")).isFalse();
    }

    /** The server is killed before the edit is kept. */
    private record FailingEdits(TermEdits edits) implements TermEdits {
        @Override
        public long number() {
            return edits.number();
        }

        @Override
        public List<TermEdit> all() {
            return edits.all();
        }

        @Override
        public long put(TermEdit edit) {
            throw new UnsupportedOperationException("stopped");
        }

        @Override
        public long remove(Authority authority, String code) {
            return edits.remove(authority, code);
        }
    }

    @Test
    void an_organization_takes_the_names_of_another() {
        Organization one = organization("uno", "Instituto Uno", "IU");
        Organization other = organization("dos", "Instituto Dos", null);
        authorities.add(EVE, HERE, Authority.ORGANIZATIONS, one);
        authorities.add(EVE, HERE, Authority.ORGANIZATIONS, other);
        DublinCore text = TestLibrary.report("a", "A")
                .with(
                        Element.PUBLISHER,
                        List.of(
                                new Statement(
                                        Element.PUBLISHER,
                                        "Instituto Uno",
                                        null,
                                        Map.of(Qualifier.KIND, "organization", Qualifier.ID, "https://ror.org/0a")),
                                Statement.of(Element.PUBLISHER, "Instituto Uno Más")));
        PublicationId id = publish(text);
        authorities.retire(EVE, HERE, Authority.ORGANIZATIONS, "uno", "dos", 1);
        changing.run();
        assertThat(values(id, Element.PUBLISHER)).containsExactly("Instituto Dos", "Instituto Uno Más");
        assertThat(publications
                        .find(id)
                        .orElseThrow()
                        .metadata()
                        .all(Element.PUBLISHER)
                        .get(0)
                        .qualifier(Qualifier.ID))
                .isNull();
        assertThat(live.organizationNamed("iu")).contains(other);
        assertThat(refusals(() -> authorities.add(
                        EVE, HERE, Authority.ORGANIZATIONS, organization("tres", "Instituto Dos", null))))
                .contains("name-taken /aliases");
    }

    private static Organization organization(String code, String name, String acronym) {
        return new Organization(code, Labels.same(name), acronym, List.of(), Organization.Kind.ACADEMIA, "MX", null);
    }

    @Test
    void a_language_is_named() {
        LanguageName name = new LanguageName("qaa", CLIMATE, "mis");
        authorities.add(EVE, HERE, Authority.LANGUAGES, name);
        assertThat(live.languages().normalise("QAA")).contains("qaa");
        assertThat(live.languages().label("qaa", org.acervo.vocabulary.InterfaceLanguage.ES))
                .isEqualTo("Movilidad climática");
        assertThat(refusals(() -> authorities.retire(EVE, HERE, Authority.LANGUAGES, "qaa", "und", 1)))
                .containsExactly("unknown-code /successor");
    }

    @Test
    void only_curators_edit() {
        Caller officer = new Caller("ana", "mexico", Set.of(Right.READ, Right.DEPOSIT), Set.of());
        assertThat(refusals(() -> authorities.add(officer, HERE, Authority.THEMES, theme("climate", CLIMATE))))
                .containsExactly("right-required ");
        assertThat(refusals(() -> authorities.retire(officer, HERE, Authority.THEMES, "migration-data", "", 0)))
                .containsExactly("right-required ");
        assertThat(edits.all()).isEmpty();
    }

    @Test
    void an_edit_of_what_has_changed_meanwhile_is_refused() {
        authorities.change(EVE, HERE, Authority.THEMES, theme("migration-data", CLIMATE), 0);
        assertThat(refusals(() -> authorities.change(
                        EVE, HERE, Authority.THEMES, theme("migration-data", Labels.same("Other")), 0)))
                .containsExactly("stale-version ");
        assertThat(refusals(() -> authorities.change(EVE, HERE, Authority.THEMES, theme("nothing", CLIMATE), 0)))
                .containsExactly("not-found /code");
        assertThat(refusals(
                        () -> authorities.retire(EVE, HERE, Authority.THEMES, "migration-data", "migration-data", 1)))
                .containsExactly("unknown-code /successor");
    }
}
