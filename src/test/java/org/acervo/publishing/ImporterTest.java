package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.CURATOR;
import static org.acervo.publishing.TestLibrary.relating;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import does to publications that are there, or not. */
class ImporterTest {

    private static final DublinCore FIRST = report("a", "First");
    private static final DublinCore SECOND = report("a", "Second");

    private final InMemoryServer server = new InMemoryServer();
    private final ImportRun run = new ImportRun(server.library());

    private PublicationId id(String sourceId) {
        SourceKey key = new SourceKey("mexico", sourceId);
        return server.publications().findBySource(List.of(key)).get(key).id();
    }

    @Test
    void newLinesArePublished() {
        assertThat(run.of(ImportRun.line(FIRST), ImportRun.line(report("b", "Other"))))
                .isEqualTo(new ImportReport(2, 2, 0, 0, 0));
        Publication a = server.current(id("a"));
        assertThat(a.state()).isEqualTo(State.PUBLISHED);
        assertThat(a.metadata()).isEqualTo(FIRST);
        assertThat(a.version()).isEqualTo(1);
        assertThat(a.published()).isEqualTo(server.now());
        assertThat(server.told(a.id())).contains("First");
        assertThat(server.publications().history(a.id()))
                .containsExactly(new Event(
                        a.id(), 1, Event.Action.IMPORTED, server.now(), "import", null, null, Map.of(), null));
    }

    @Test
    void anEqualLineChangesNothing() {
        run.of(ImportRun.line(FIRST));
        assertThat(server.movedBy(
                        () -> assertThat(run.of(ImportRun.line(FIRST))).isEqualTo(new ImportReport(1, 0, 0, 1, 0))))
                .isEmpty();
        assertThat(server.version(id("a"))).isEqualTo(1);
    }

    @Test
    void anEqualLineChangesNothingWhateverStaffDidSince() {
        String line = ImportRun.line(FIRST);
        run.of(line);
        PublicationId a = id("a");
        server.save(a, SECOND);
        assertThat(run.of(line)).isEqualTo(new ImportReport(1, 0, 0, 1, 0));
        assertThat(run.overwriting(line)).isEqualTo(new ImportReport(1, 0, 0, 1, 0));
        server.withdraw(a);
        assertThat(run.of(line)).isEqualTo(new ImportReport(1, 0, 0, 1, 0));
        assertThat(server.current(a).state()).isEqualTo(State.WITHDRAWN);
        assertThat(server.current(a).metadata()).isEqualTo(SECOND);
    }

    @Test
    void aLineIsEqualHoweverItIsWritten() {
        run.of("{\"title\": [{\"value\": \"T\", \"lang\": \"en\"}], " + "\"mission\":\"mexico\",\"sourceId\":\"a\","
                + "\"type\":\"news\",\"language\":[\"en\"], \"date\":2021}");
        assertThat(run.of("{\"sourceId\":\"a\",\"mission\":\"mexico\",\"date\":\"2021\",\"type\":\"news\","
                        + "\"language\":\"en\",\"title\":{\"lang\":\"en\",\"value\":\"T\"},\"id\":\"77\"}"))
                .isEqualTo(new ImportReport(1, 0, 0, 1, 0));
    }

    @Test
    void aLineStaysEqualWhenTheVocabulariesMakeSomethingElseOfIt(@TempDir Path folder) throws IOException {
        String line = ImportRun.line(FIRST).replaceFirst("\\{", "{\"creator\":\"Relabelled, Ana\",");
        run.of(line);
        server.save(id("a"), SECOND);
        Vocabularies others =
                Relabelled.vocabularies(folder, "International Organization for Migration", "Relabelled, Ana");
        assertThat(new ImportRun(server.with(others)).of(line)).isEqualTo(new ImportReport(1, 0, 0, 1, 0));
    }

    @Test
    void aChangedLineUpdates() {
        run.of(ImportRun.line(FIRST));
        PublicationId a = id("a");
        assertThat(server.movedBy(
                        () -> assertThat(run.of(ImportRun.line(SECOND))).isEqualTo(new ImportReport(1, 0, 1, 0, 0))))
                .containsExactly(a);
        assertThat(server.told(a)).contains("Second");
        assertThat(server.publications().history(a)).last().satisfies(event -> {
            assertThat(event.action()).isEqualTo(Event.Action.IMPORTED);
            assertThat(event.before()).isEqualTo(FIRST);
        });
        assertThat(run.of(ImportRun.line(FIRST))).isEqualTo(new ImportReport(1, 0, 1, 0, 0));
        assertThat(server.told(a)).contains("First");
    }

    @Test
    void aChangedLineIsAConflictWhereStaffEdited() {
        run.of(ImportRun.line(FIRST));
        PublicationId a = id("a");
        server.save(a, report("a", "Staff's"));
        assertThat(run.of(ImportRun.line(SECOND))).isEqualTo(new ImportReport(1, 0, 0, 0, 1));
        assertThat(run.refused()).containsExactly("1 edited-since-import /sourceId");
        assertThat(server.told(a)).contains("Staff's");

        assertThat(run.overwriting(ImportRun.line(SECOND))).isEqualTo(new ImportReport(1, 0, 1, 0, 0));
        assertThat(server.told(a)).contains("Second");
        assertThat(run.of(ImportRun.line(report("a", "Third")))).isEqualTo(new ImportReport(1, 0, 1, 0, 0));
    }

    @Test
    void aRevisionCountsAsAnEdit() {
        run.of(ImportRun.line(FIRST));
        PublicationId a = id("a");
        server.publishing().save(TestLibrary.OFFICER, a, 1, report("a", "Officer's"));
        assertThat(run.of(ImportRun.line(SECOND)).refused()).isEqualTo(1);

        assertThat(run.overwriting(ImportRun.line(SECOND)).updated()).isEqualTo(1);
        assertThat(server.current(a).revision()).isNull();
        assertThat(server.publications().history(a)).last().satisfies(event -> assertThat(event.before())
                .isEqualTo(report("a", "Officer's")));
    }

    @Test
    void whatStaffMadeIsAConflict() {
        PublicationId a = server.draft(FIRST);
        assertThat(run.of(ImportRun.line(FIRST))).isEqualTo(new ImportReport(1, 0, 0, 0, 1));
        assertThat(server.current(a).state()).isEqualTo(State.DRAFT);
        assertThat(run.overwriting(ImportRun.line(FIRST))).isEqualTo(new ImportReport(1, 0, 1, 0, 0));
        assertThat(server.current(a).state()).isEqualTo(State.PUBLISHED);
        assertThat(server.publications().history(a)).last().matches(event -> event.before() == null);
    }

    @Test
    void aWithdrawnLineThatRelatesToSomethingIsATombstoneToo() {
        run.of(ImportRun.withdrawn(relating(FIRST, "references", "elsewhere"), "a face"));
        assertThat(server.record(id("a")).deleted()).isTrue();
    }

    @Test
    void aWithdrawnLineIsATombstone() {
        assertThat(run.of(ImportRun.withdrawn(FIRST, " a face\u0003 "))).isEqualTo(new ImportReport(1, 1, 0, 0, 0));
        PublicationId a = id("a");
        assertThat(server.record(a).deleted()).isTrue();
        assertThat(server.sets(a, true)).contains("mission:mexico", "theme:migration-data");
        assertThat(server.current(a).withdrawal()).isEqualTo(new Publication.Withdrawal("a face", server.now(), null));

        assertThat(run.of(ImportRun.withdrawn(FIRST, " a face\u0003 ")).unchanged())
                .isEqualTo(1);
        assertThat(server.movedBy(() -> run.of(ImportRun.withdrawn(FIRST, "another reason"))))
                .isEmpty();
        assertThat(server.current(a).withdrawal()).matches(each -> each.reason().equals("another reason"));
        assertThat(server.movedBy(() -> run.of(ImportRun.line(FIRST)))).containsExactly(a);
        assertThat(server.record(a).deleted()).isFalse();
        assertThat(server.current(a).withdrawal()).isNull();
    }

    @Test
    void aReasonMayBeCalledNull() {
        run.of(ImportRun.withdrawn(FIRST, "null"));
        assertThat(run.of(ImportRun.line(FIRST)).updated()).isEqualTo(1);
        assertThat(server.record(id("a")).deleted()).isFalse();
    }

    @Test
    void aTombstoneKeepsTheSetsThatTheRecordHad() {
        run.of(ImportRun.line(FIRST));
        PublicationId a = id("a");
        var sets = server.sets(a, false);
        DublinCore elsewhere = report("a", "First", "mexico", "labour-mobility")
                .with(Element.LANGUAGE, List.of(Statement.of(Element.LANGUAGE, "fr")));
        assertThat(server.movedBy(() -> run.of(ImportRun.withdrawn(elsewhere, "wrong"))))
                .containsExactly(a);
        assertThat(server.sets(a, true)).isEqualTo(sets);

        run.of(ImportRun.line(elsewhere));
        assertThat(server.sets(a, false)).contains("theme:labour-mobility", "lang:fr");
    }

    @Test
    void ofTwoLinesWithTheSameKeyTheLaterCounts() {
        assertThat(run.of(ImportRun.line(FIRST), ImportRun.line(SECOND), ImportRun.line(SECOND)))
                .isEqualTo(new ImportReport(3, 1, 1, 1, 0));
        assertThat(server.told(id("a"))).contains("Second");
        run.of(ImportRun.line(FIRST), ImportRun.line(SECOND));
        assertThat(server.told(id("a"))).contains("Second");
        run.of(ImportRun.line(SECOND), ImportRun.line(FIRST));
        assertThat(server.told(id("a"))).contains("First");
    }

    @Test
    void theLaterCountsInTheNextBlockToo() {
        run.of(ImportRun.line(FIRST));
        String[] lines = new String[1_002];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = ImportRun.line(report("n-" + i, "Number " + i));
        }
        lines[499] = ImportRun.line(SECOND);
        lines[500] = ImportRun.line(FIRST);
        lines[999] = ImportRun.line(report("twice", "Twice"));
        lines[1_000] = ImportRun.line(report("twice", "Twice, changed"));
        lines[1_001] = ImportRun.line(report("twice", "Twice"));

        assertThat(run.of(lines)).isEqualTo(new ImportReport(1_002, 998, 4, 0, 0));
        assertThat(server.told(id("a"))).contains("First");
        assertThat(server.told(id("twice"))).doesNotContain("changed");
    }

    @Test
    void relationsLeadForwardAndBackwardWithinABlockAndBeyond() {
        run.of(
                ImportRun.line(relating(report("b", "Backward"), "isTranslationOf", "a")),
                ImportRun.line(FIRST),
                ImportRun.line(relating(report("c", "Other"), "isNewVersionOf", "a", "later")));
        for (String source : List.of("b", "c")) {
            assertThat(server.told(id(source))).contains("/publications/" + id("a") + "<");
            assertThat(server.told(id("a"))).contains("/publications/" + id(source) + "<");
        }
        assertThat(server.movedBy(
                        () -> run.of(ImportRun.line(report("d", "Another")), ImportRun.line(report("later", "Later")))))
                .containsExactlyInAnyOrder(id("c"), id("d"), id("later"));
        assertThat(server.told(id("c"))).contains("/publications/" + id("later") + "<");
        assertThat(server.told(id("later"))).contains("/publications/" + id("c") + "<");
        assertThat(server.library().rerendering().all(looked -> {}).moved()).isZero();
    }

    @Test
    void aKeyThatSomebodyTookMeanwhileDoesNotStopTheOthers() {
        TestLibrary late =
                new TestLibrary(server.publications(), server.disseminations(), server.publications(), server.clock());
        ImportRun racing = new ImportRun(late, () -> server.published(report("b", "Quicker")));
        assertThat(racing.of(
                        ImportRun.line(FIRST), ImportRun.line(report("b", "Slower")), ImportRun.line(report("c", "C"))))
                .isEqualTo(new ImportReport(3, 2, 0, 0, 1));
        assertThat(racing.refused()).containsExactly("2 edited-since-import /sourceId");
    }

    @Test
    void whoImportsIsInTheHistory() {
        run.of(ImportRun.line(FIRST));
        server.publishing().save(CURATOR, id("a"), 1, SECOND);
        assertThat(server.publications().history(id("a")))
                .extracting(Event::actor)
                .containsExactly("import", "curator");
    }
}
