package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.files.HeldFile;
import org.acervo.files.Preservation;
import org.acervo.files.Staged;
import org.acervo.publishing.Attachments.Attached;
import org.junit.jupiter.api.Test;

class AttachmentsTest {

    private static final Actor CURATOR = TestLibrary.CURATOR;
    private static final Actor OFFICER = TestLibrary.OFFICER;
    private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");

    private final InMemoryServer server = new InMemoryServer();
    private final Attachments attachments = server.attachments();

    private static Staged content(String name, char digest) {
        return new Staged(name, 500, String.valueOf(digest).repeat(64), "application/pdf", List.of(), () -> {});
    }

    private Attached put(Actor actor, PublicationId id, String name, char digest) {
        return attachments.attach(actor, id, Placement.of(FileDetails.NONE), content(name, digest));
    }

    private Attached embargoed(PublicationId id, String name, char digest, LocalDate opens) {
        return attachments.attach(
                CURATOR, id, Placement.of(new FileDetails(null, null, null, opens)), content(name, digest));
    }

    private PublicationId open(String key) {
        return server.published(TestLibrary.report(key, key).with(Element.ACCESS, List.of()));
    }

    private List<String> files(PublicationId id) {
        return attachments.of(id).stream()
                .map(each -> each.name() + " " + each.sha256().charAt(0) + " "
                        + each.standing().code())
                .toList();
    }

    private static void refused(Rule rule, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                .extracting(Finding::rule)
                .containsExactly(rule));
    }

    private List<Preservation> preserved() {
        return server.files().waiting(LATER, 100).stream()
                .flatMap(id -> server.files().of(id, 100).stream())
                .toList();
    }

    @Test
    void aDraftHasItsFilesAtOnceAndTheRecordStaysAsItIs() {
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        Publication before = server.current(id);
        Attached attached = put(OFFICER, id, "a.pdf", 'a');
        assertThat(attached.created()).isTrue();
        assertThat(attached.findings()).isEmpty();
        assertThat(attached.file())
                .isEqualTo(new PublicationFile(
                        id,
                        "a.pdf",
                        "application/pdf",
                        500,
                        "a".repeat(64),
                        null,
                        null,
                        1,
                        null,
                        Standing.KEPT,
                        server.now()));
        assertThat(server.current(id)).isEqualTo(before);
        assertThat(server.publications().touched(id)).as("a new number").isPositive();
        assertThat(put(OFFICER, id, "b.pdf", 'b').file().position()).isEqualTo(2);

        Attached replaced = put(OFFICER, id, "a.pdf", 'c');
        assertThat(replaced.created()).isFalse();
        assertThat(files(id)).containsExactly("a.pdf c kept", "b.pdf b kept");
        assertThat(preserved()).hasSize(3).allMatch(each -> each.document() == null);
    }

    @Test
    void whatIsDoneToFilesStandsInTheHistoryBesideTheVersion() {
        PublicationId id = open("r");
        int version = server.version(id);
        put(OFFICER, id, "a.pdf", 'a');
        put(OFFICER, id, "a.pdf", 'a');
        put(OFFICER, id, "a.pdf", 'b');
        attachments.change(
                CURATOR, id, "a.pdf", FileCondition.WHATEVER, before -> new FileDetails("es", null, null, null));
        attachments.remove(CURATOR, id, "a.pdf", FileCondition.WHATEVER);
        List<Event> steps = server.publications().history(id).stream()
                .filter(each -> each.file() != null)
                .toList();
        assertThat(steps)
                .extracting(each -> each.version() + " " + each.action().code() + " " + each.actor() + " "
                        + each.file().place() + " " + each.file().name())
                .containsExactly(
                        version + " file-added officer 1 a.pdf",
                        version + " file-replaced officer 2 a.pdf",
                        version + " file-described curator 3 a.pdf",
                        version + " file-removed curator 4 a.pdf");
        assertThat(server.version(id)).isEqualTo(version);
        assertThat(server.library().witnessed())
                .extracting(Event::action)
                .containsSubsequence(Event.Action.PUBLISHED, Event.Action.FILE_ADDED, Event.Action.FILE_REMOVED);
    }

    @Test
    void aFileChangesOnlyWhileItIsTheOneThatWasMeant() {
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        put(OFFICER, id, "a.pdf", 'a');
        FileCondition stale = FileCondition.oneOf(Set.of("f".repeat(64)));
        FileCondition meant = FileCondition.oneOf(Set.of("a".repeat(64), "0".repeat(64)));
        refused(Rule.FILE_CHANGED, () -> attachments.remove(OFFICER, id, "a.pdf", stale));
        refused(Rule.FILE_CHANGED, () -> attachments.change(OFFICER, id, "a.pdf", stale, before -> before));
        for (FileCondition each : List.of(stale, FileCondition.SOMETHING)) {
            String name = each.equals(stale) ? "a.pdf" : "b.pdf";
            refused(
                    Rule.FILE_CHANGED,
                    () -> attachments.attach(
                            OFFICER, id, new Placement(before -> before, each, seen -> false), content(name, 'b')));
        }
        attachments.attach(OFFICER, id, new Placement(before -> before, meant, seen -> false), content("a.pdf", 'b'));
        attachments.change(OFFICER, id, "a.pdf", FileCondition.SOMETHING, before -> before);
        attachments.remove(OFFICER, id, "a.pdf", FileCondition.oneOf(Set.of("b".repeat(64))));
        assertThat(files(id)).isEmpty();
    }

    @Test
    void whatIsSaidOfAFileStaysWhenItsContentChanges() {
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        FileDetails said = new FileDetails("pt_br", " Anexo\u0000 ", 7, LocalDate.of(2030, 1, 1));
        attachments.attach(OFFICER, id, Placement.of(said), content("a.pdf", 'a'));
        Attached changed = attachments.attach(
                OFFICER,
                id,
                new Placement(before -> before, FileCondition.WHATEVER, each -> false),
                content("a.pdf", 'b'));
        assertThat(FileDetails.of(changed.file()))
                .isEqualTo(new FileDetails("pt-BR", "Anexo", 7, LocalDate.of(2030, 1, 1)));
        PublicationFile file = attachments
                .change(
                        OFFICER,
                        id,
                        "a.pdf",
                        FileCondition.WHATEVER,
                        before -> new FileDetails(null, null, before.position(), null))
                .file();
        assertThat(FileDetails.of(file)).isEqualTo(new FileDetails(null, null, 7, null));
    }

    @Test
    void theSameAgainChangesNothing() {
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        put(OFFICER, id, "a.pdf", 'a');
        long number = server.publications().touched(id);
        server.pass();
        assertThat(put(OFFICER, id, "a.pdf", 'a').created()).isFalse();
        assertThat(server.publications().touched(id)).isEqualTo(number);
        assertThat(preserved()).hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedWithEveryReason() {
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        FileDetails wrong = new FileDetails("xx-yy-zz-1", "x".repeat(2_001), 0, null);
        assertThatThrownBy(() -> attachments.attach(OFFICER, id, Placement.of(wrong), content("a.pdf", 'a')))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .extracting(Finding::pointer)
                        .containsExactly("/language", "/description", "/position"));
        refused(Rule.UNKNOWN_FILE, () -> attachments.remove(OFFICER, id, "a.pdf", FileCondition.WHATEVER));
        refused(
                Rule.UNKNOWN_FILE,
                () -> attachments.change(OFFICER, id, "a.pdf", FileCondition.WHATEVER, before -> before));
        put(OFFICER, id, "a.pdf", 'a');
        Placement onlyNew = new Placement(before -> before, FileCondition.NOTHING, each -> false);
        refused(Rule.FILE_EXISTS, () -> attachments.attach(OFFICER, id, onlyNew, content("a.pdf", 'b')));
        refused(
                Rule.FILE_EXISTS,
                () -> attachments.check(server.publications().find(id).orElseThrow(), "a.pdf", 500, onlyNew, true));
        attachments.check(server.publications().find(id).orElseThrow(), "b.pdf", 500, onlyNew, true);
        assertThat(files(id)).containsExactly("a.pdf a kept");
    }

    @Test
    void aMissionStoresNoMoreThanItMay() {
        PublicationId id = server.draft(TestLibrary.report("r", "R", "belize"));
        put(OFFICER, id, "a.pdf", 'a');
        put(OFFICER, id, "b.pdf", 'b');
        refused(Rule.QUOTA_EXCEEDED, () -> put(OFFICER, id, "c.pdf", 'c'));
        refused(
                Rule.QUOTA_EXCEEDED,
                () -> attachments.check(
                        server.publications().find(id).orElseThrow(),
                        "c.pdf",
                        1,
                        Placement.of(FileDetails.NONE),
                        true));
        put(OFFICER, id, "b.pdf", 'c');
        attachments.remove(OFFICER, id, "a.pdf", FileCondition.WHATEVER);
        put(OFFICER, id, "c.pdf", 'd');
        assertThat(files(id)).containsExactly("b.pdf c kept", "c.pdf d kept");
    }

    @Test
    void theSameContentElsewhereIsToldToWhoMayKnowOfIt() {
        PublicationId published = server.published(TestLibrary.report("p", "P"));
        PublicationId secret = server.draft(TestLibrary.report("s", "S"));
        put(CURATOR, published, "a.pdf", 'a');
        put(CURATOR, secret, "a.pdf", 'a');
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        assertThat(put(OFFICER, id, "b.pdf", 'a').findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DUPLICATE_CONTENT);
            assertThat(finding.expected()).containsExactly(published.toString());
        });
        assertThat(attachments
                        .attach(
                                OFFICER,
                                id,
                                new Placement(before -> before, FileCondition.WHATEVER, each -> true),
                                content("c.pdf", 'a'))
                        .findings()
                        .get(0)
                        .expected())
                .containsExactly(published.toString(), secret.toString());
    }

    @Test
    void withAFileNothingIsAskedFor() {
        PublicationId id = server.draft(TestLibrary.report("r", "R").with(Element.ACCESS, List.of()));
        Consumer<Rule> asked = rule -> assertThat(server.publishing()
                        .save(
                                OFFICER,
                                id,
                                server.version(id),
                                server.current(id).metadata())
                        .findings())
                .extracting(Finding::rule)
                .contains(rule);
        asked.accept(Rule.NO_FILE_OR_LINK);
        put(OFFICER, id, "a.pdf", 'a');
        assertThat(server.publishing()
                        .save(
                                OFFICER,
                                id,
                                server.version(id),
                                server.current(id).metadata())
                        .findings())
                .extracting(Finding::rule)
                .doesNotContain(Rule.NO_FILE_OR_LINK);
    }

    @Test
    void whoMayPublishChangesAPublicRecordAtOnceAndTheWorldIsTold() {
        PublicationId id = open("r");
        server.pass();
        assertThat(server.movedBy(() -> put(CURATOR, id, "a ñ.pdf", 'a'))).containsExactly(id);
        assertThat(server.told(id))
                .contains("<dc:identifier>https://library.example.org/publications/" + id + "/files/a%20%C3%B1.pdf<")
                .contains("<dc:format>application/pdf<");
        assertThat(server.movedBy(() -> attachments.change(
                        CURATOR,
                        id,
                        "a ñ.pdf",
                        FileCondition.WHATEVER,
                        before -> new FileDetails(null, "Anexo", 3, null))))
                .as("a harvester of oai_dc sees the same, one of MARC does not")
                .containsExactly(id);
        assertThat(server.movedBy(() -> attachments.remove(CURATOR, id, "a ñ.pdf", FileCondition.WHATEVER)))
                .containsExactly(id);
        assertThat(server.told(id)).doesNotContain("/files/");
        assertThat(preserved()).allMatch(each -> each.document() != null);
        assertThat(server.version(id)).isEqualTo(2);
    }

    @Test
    void whoMayNotPublishProposesAndPublishingMakesItSo() {
        PublicationId id = open("r");
        put(CURATOR, id, "a.pdf", 'a');
        put(CURATOR, id, "b.pdf", 'b');
        String told = server.told(id);
        Set<PublicationId> moved = server.movedBy(() -> {
            put(OFFICER, id, "a.pdf", 'c');
            put(OFFICER, id, "c.pdf", 'd');
            attachments.remove(OFFICER, id, "b.pdf", FileCondition.WHATEVER);
        });
        assertThat(moved).isEmpty();
        assertThat(server.told(id)).isEqualTo(told);
        assertThat(files(id))
                .containsExactly(
                        "a.pdf a kept", "a.pdf c proposed", "b.pdf b kept", "b.pdf b leaving", "c.pdf d proposed");
        refused(Rule.UNKNOWN_FILE, () -> attachments.remove(OFFICER, id, "b.pdf", FileCondition.WHATEVER));

        server.publishing().submit(OFFICER, id, server.version(id));
        assertThat(server.current(id).workingState()).isEqualTo(State.SUBMITTED);
        server.publishing().publish(CURATOR, id, server.version(id));
        assertThat(files(id)).containsExactly("a.pdf c kept", "c.pdf d kept");
        assertThat(server.told(id)).contains("/files/a.pdf<", "/files/c.pdf<").doesNotContain("/files/b.pdf<");
        assertThat(preserved().get(preserved().size() - 1).files()).containsOnlyKeys("a.pdf", "c.pdf");
    }

    @Test
    void proposedFilesAloneCanBePublishedAndNothingElse() {
        PublicationId id = open("r");
        refused(Rule.STATE_FORBIDS, () -> server.publishing().publish(CURATOR, id, server.version(id)));
        put(OFFICER, id, "a.pdf", 'a');
        server.publishing().publish(CURATOR, id, server.version(id));
        assertThat(files(id)).containsExactly("a.pdf a kept");
        refused(Rule.STATE_FORBIDS, () -> server.publishing().submit(OFFICER, id, server.version(id)));
    }

    @Test
    void whatIsSubmittedKeepsItsFilesUntilItIsDecided() {
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        put(OFFICER, id, "a.pdf", 'a');
        server.publishing().submit(OFFICER, id, server.version(id));
        refused(Rule.STATE_FORBIDS, () -> put(OFFICER, id, "a.pdf", 'b'));
        refused(Rule.STATE_FORBIDS, () -> put(OFFICER, id, "b.pdf", 'b'));
        refused(Rule.STATE_FORBIDS, () -> attachments.remove(OFFICER, id, "a.pdf", FileCondition.WHATEVER));
        refused(
                Rule.STATE_FORBIDS,
                () -> attachments.change(
                        OFFICER,
                        id,
                        "a.pdf",
                        FileCondition.WHATEVER,
                        before -> new FileDetails("es", null, null, null)));
        put(OFFICER, id, "a.pdf", 'a');
        put(CURATOR, id, "b.pdf", 'b');
        assertThat(files(id)).containsExactly("a.pdf a kept", "b.pdf b kept");
    }

    @Test
    void whatWasProposedIsTakenBackByItsOwn() {
        PublicationId id = open("r");
        put(CURATOR, id, "a.pdf", 'a');
        put(OFFICER, id, "b.pdf", 'b');
        attachments.remove(OFFICER, id, "b.pdf", FileCondition.WHATEVER);
        assertThat(files(id)).containsExactly("a.pdf a kept");
        attachments.remove(OFFICER, id, "a.pdf", FileCondition.WHATEVER);
        put(OFFICER, id, "a.pdf", 'a');
        assertThat(files(id)).containsExactly("a.pdf a kept", "a.pdf a proposed");
        attachments.discard(OFFICER, id);
        assertThat(files(id)).containsExactly("a.pdf a kept");
    }

    @Test
    void aChangeAtOnceTakesThePlaceOfAProposal() {
        PublicationId id = open("r");
        put(CURATOR, id, "a.pdf", 'a');
        put(OFFICER, id, "a.pdf", 'b');
        put(CURATOR, id, "a.pdf", 'c');
        assertThat(files(id)).containsExactly("a.pdf c kept");
        attachments.remove(OFFICER, id, "a.pdf", FileCondition.WHATEVER);
        attachments.discard(CURATOR, id);
        attachments.change(
                OFFICER, id, "a.pdf", FileCondition.WHATEVER, before -> new FileDetails("es", null, null, null));
        attachments.remove(CURATOR, id, "a.pdf", FileCondition.WHATEVER);
        assertThat(files(id)).isEmpty();
    }

    @Test
    void whatIsGivenUpWithTheRevisionTakesItsFilesWithIt() {
        PublicationId id = open("r");
        put(CURATOR, id, "a.pdf", 'a');
        put(OFFICER, id, "b.pdf", 'b');
        server.publishing().submit(OFFICER, id, server.version(id));
        server.publishing().giveUp(OFFICER, id, server.version(id));
        assertThat(files(id)).containsExactly("a.pdf a kept");

        put(OFFICER, id, "b.pdf", 'b');
        server.withdraw(id);
        assertThat(files(id)).containsExactly("a.pdf a kept");
        refused(Rule.STATE_FORBIDS, () -> put(CURATOR, id, "c.pdf", 'c'));
        assertThat(server.record(id).deleted()).isTrue();
        server.reinstate(id);
        assertThat(server.told(id)).contains("/files/a.pdf<");
    }

    @Test
    void aSaveAtOnceLeavesProposalsAsTheyAre() {
        PublicationId id = open("r");
        put(OFFICER, id, "a.pdf", 'a');
        server.save(id, TestLibrary.report("r", "Other").with(Element.ACCESS, List.of()));
        assertThat(files(id)).containsExactly("a.pdf a proposed");
    }

    @Test
    void aFileOpensOnItsDayAndItsRecordFollows() {
        PublicationId id = open("r");
        LocalDate opens = LocalDate.of(2022, 6, 2);
        embargoed(id, "a.pdf", 'a', opens);
        put(CURATOR, id, "b.pdf", 'b');
        assertThat(server.told(id)).contains("/files/b.pdf<").doesNotContain("/files/a.pdf<");
        assertThat(server.movedBy(
                        () -> assertThat(server.library().openings().run()).isZero()))
                .isEmpty();

        server.pass(Duration.ofHours(14).minusSeconds(5));
        assertThat(server.library().openings().run()).isZero();
        server.pass(Duration.ofSeconds(5));
        assertThat(server.movedBy(
                        () -> assertThat(server.library().openings().run()).isOne()))
                .containsExactly(id);
        assertThat(server.told(id)).contains("/files/a.pdf<", "/files/b.pdf<");
        assertThat(server.movedBy(() -> server.library().openings().run()))
                .as("once")
                .isEmpty();
    }

    @Test
    void whatOpenedWhileNobodyWasThereIsToldLater() {
        PublicationId draft = server.draft(TestLibrary.report("d", "D"));
        embargoed(draft, "a.pdf", 'a', LocalDate.of(2022, 6, 2));
        PublicationId restricted = server.published(TestLibrary.report("m", "M"));
        embargoed(restricted, "a.pdf", 'a', LocalDate.of(2022, 6, 2));
        PublicationId id = open("r");
        embargoed(id, "a.pdf", 'a', LocalDate.of(2022, 6, 2));
        server.pass(Duration.ofDays(400));
        assertThat(server.movedBy(() -> assertThat(
                                server.at(TestLibrary.BASE_URL).openings().run())
                        .isOne()))
                .containsExactly(id);
        assertThat(server.files().opening(LocalDate.of(2030, 1, 1), 0, 10)).isEmpty();
    }

    @Test
    void anEmbargoedRecordOpensOnlyTheFilesThatNameTheirDay() {
        PublicationId id = server.published(
                TestLibrary.report("r", "R").with(Element.ACCESS, List.of(Statement.of(Element.ACCESS, "embargoed"))));
        embargoed(id, "a.pdf", 'a', LocalDate.of(2022, 6, 2));
        put(CURATOR, id, "b.pdf", 'b');
        assertThat(server.told(id)).doesNotContain("/files/").contains("embargoedAccess");
        server.pass(Duration.ofDays(2));
        server.library().openings().run();
        assertThat(server.told(id)).contains("/files/a.pdf<").doesNotContain("/files/b.pdf<");
    }

    @Test
    void aDeletedDraftLeavesNothingOfItsFiles() {
        PublicationId id = server.draft(TestLibrary.report("r", "R"));
        put(OFFICER, id, "a.pdf", 'a');
        server.publishing().delete(OFFICER, id, 1);
        assertThat(server.files().of(id)).isEmpty();
        Preservation last = preserved().get(preserved().size() - 1);
        assertThat(last.purge()).isTrue();
        assertThat(last.files()).containsValue("a".repeat(64));
    }

    @Test
    void purgingTakesAllFilesOfAPublishedOne() {
        PublicationId id = open("r");
        put(CURATOR, id, "a.pdf", 'a');
        put(OFFICER, id, "b.pdf", 'b');
        attachments.purge(CURATOR, id);
        assertThat(files(id)).isEmpty();
        assertThat(preserved().get(preserved().size() - 1).files()).containsValues("a".repeat(64), "b".repeat(64));
    }

    @Test
    void whereAContentIsPreservedAlreadyItNeedNotBeStaged() {
        PublicationId id = open("r");
        put(CURATOR, id, "a.pdf", 'a');
        Preservation first = preserved().get(0);
        server.files().done(id, first.number(), java.util.Map.of("a".repeat(64), "x/a.pdf"));
        put(CURATOR, id, "copy.pdf", 'a');
        assertThat(server.files().of(id)).extracting(HeldFile::location).containsExactly("x/a.pdf", "x/a.pdf");
    }
}
