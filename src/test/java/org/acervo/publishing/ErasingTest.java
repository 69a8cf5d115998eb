package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.UnknownPublication;
import org.acervo.format.PublicationJson;
import org.acervo.publishing.Erasure.Status;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ErasingTest {

    private static final Source ANA = new Source("ana", "198.51.100.7");
    private static final Source EVA = new Source("eva", "");
    private static final String SECRET = "Zaphod";

    private final InMemoryServer server = new InMemoryServer();
    private final ListedTrail trail = new ListedTrail();
    private final List<String> dropped = new ArrayList<>();
    private boolean filesAreGone = true;
    private int wipes;
    private final Erasing erasing = server.library().erasing(trail, List.of(new Kept()), () -> ++wipes > 0);

    private final class Kept implements Remains {
        @Override
        public void drop(Publication erased) {
            dropped.add(erased.id() + " " + erased.metadata().value(Element.SOURCE_ID));
        }

        @Override
        public boolean isWiped(PublicationId erased) {
            return filesAreGone;
        }
    }

    @Test
    void nothingThatSomebodyWroteIsLeft() {
        PublicationId id = endangering();
        server.pass();
        erase(id);

        Publication erased = server.current(id);
        assertThat(erased.state()).isEqualTo(State.WITHDRAWN);
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.revision()).isNull();
        assertThat(erased.importMark()).isNull();
        assertThat(PublicationJson.toText(erased.metadata()))
                .isEqualTo("{\"mission\":\"mexico\",\"type\":\"report\",\"theme\":[\"migration-data\"],"
                        + "\"language\":[\"en\"],\"coverage\":[\"MX\"]}");
        assertThat(server.publications().history(id)).allSatisfy(step -> {
            assertThat(step.before()).isNull();
            assertThat(step.reason()).isNull();
            assertThat(step.fieldReasons()).isEmpty();
        });
        assertThat(server.publications().history(id))
                .extracting(step -> step.action() + " " + step.actor())
                .startsWith("CREATED curator", "SAVED curator", "SUBMITTED officer", "RETURNED curator")
                .endsWith("REVISED officer", "ERASED eva");
        assertThat(dropped).containsExactly(id + " " + SECRET + "-1");
    }

    @Test
    void harvestersGetATombstoneInTheSetsThatItHad() {
        PublicationId id = endangering();
        var sets = server.sets(id, false);
        assertThat(server.movedBy(() -> erase(id))).contains(id);
        assertThat(server.record(id).deleted()).isTrue();
        assertThat(server.told(id))
                .contains("theme:migration-data", "country:MX")
                .doesNotContain(SECRET);
        assertThat(server.sets(id, true)).isEqualTo(sets);
        assertThat(server.sets(id, false)).isEmpty();
    }

    @Test
    void aTombstoneStaysInTheSetThatWhatIsErasedHadPutItInto() {
        PublicationId id = server.published(TestLibrary.report("mx-8", SECRET)
                .with(Element.LINK, List.of(Statement.of(Element.LINK, "https://example.org/" + SECRET))));
        assertThat(server.sets(id, false)).contains("openaire");
        erase(id);
        assertThat(server.sets(id, true)).contains("openaire");
    }

    @Test
    void aPlaceOfWhichOnlyTheNameWasGivenPutsTheTombstoneIntoNoOtherSet() {
        PublicationId id = server.published(TestLibrary.report("mx-9", SECRET)
                .with(Element.COVERAGE, List.of(Statement.of(Element.COVERAGE, SECRET + " village", "en"))));
        var sets = server.sets(id, false);
        erase(id);
        assertThat(server.sets(id, true)).isEqualTo(sets);
        assertThat(PublicationJson.toText(server.current(id).metadata())).doesNotContain(SECRET);
    }

    @Test
    void aTombstoneThatWasThereTellsNobodyAnythingNew() {
        PublicationId id = endangering();
        server.publishing().giveUp(TestLibrary.CURATOR, id, server.version(id));
        server.publishing().withdraw(TestLibrary.CURATOR, id, server.version(id), SECRET + " was in it", SECRET + "-2");
        assertThat(server.movedBy(() -> erase(id))).isEmpty();
        assertThat(server.current(id).withdrawal()).isNotNull().satisfies(withdrawal -> {
            assertThat(withdrawal.reason()).isEmpty();
            assertThat(withdrawal.replacedBy()).isNull();
        });
    }

    @Test
    void whoNamesItNamesItNoLonger() {
        PublicationId id = endangering();
        DublinCore naming = TestLibrary.relating(
                TestLibrary.report("mx-2", "A neighbour"), "references", SECRET + "-1", "https://a.example/");
        PublicationId neighbour = server.published(naming);
        server.save(neighbour, naming.with(Element.TITLE, List.of(Statement.of(Element.TITLE, "Neighbour", "en"))));
        assertThat(server.told(neighbour)).contains("/publications/" + id);

        assertThat(server.movedBy(() -> erase(id))).contains(id, neighbour);
        assertThat(server.told(neighbour)).doesNotContain("/publications/" + id).contains("https://a.example/");
        assertThat(PublicationJson.toText(server.current(neighbour).metadata())).doesNotContain(SECRET);
        assertThat(server.publications().history(neighbour).toString()).doesNotContain(SECRET);
        assertThat(server.publications().relations(List.of(id, neighbour)))
                .noneMatch(each -> each.target().contains(SECRET));
    }

    @Test
    void draftsAndTombstonesNameItNoLongerEither() {
        PublicationId id = endangering();
        PublicationId draft = server.draft(
                TestLibrary.relating(TestLibrary.report("mx-3", "A draft"), "references", SECRET + "-1", "mx-2"));
        PublicationId replaced = server.published(TestLibrary.report("mx-4", "An old one"));
        server.publishing().withdraw(TestLibrary.CURATOR, replaced, 2, "old", SECRET + "-1");
        PublicationId past =
                server.draft(TestLibrary.relating(TestLibrary.report("mx-5", "Past"), "references", SECRET + "-1"));
        server.save(past, TestLibrary.report("mx-5", "Past"));
        PublicationId other = server.draft(TestLibrary.relating(
                TestLibrary.report("be-1", "Its own", "belize", "migration-data"), "references", "be-2"));

        erase(id);
        for (PublicationId each : List.of(draft, replaced, past)) {
            assertThat(server.current(each).toString()).doesNotContain(SECRET);
            assertThat(server.publications().history(each).toString()).doesNotContain(SECRET);
        }
        assertThat(server.current(draft).metadata().values(Element.RELATION)).containsExactly("mx-2");
        assertThat(server.version(past)).as("only its past was changed").isEqualTo(2);
        assertThat(server.version(other)).isEqualTo(1);
    }

    @Test
    void itCannotBeDepositedAgain() throws IOException {
        PublicationId id = endangering();
        erase(id);
        DublinCore again = TestLibrary.report(SECRET + "-1", "Again");
        refused(() -> server.publishing().create(TestLibrary.CURATOR, again), Rule.SOURCE_ID_ERASED);
        assertThat(server.publishing().check(again, org.acervo.catalog.Rules.Purpose.PUBLISH, null))
                .extracting(Finding::rule)
                .contains(Rule.SOURCE_ID_ERASED);
        List<String> told = new ArrayList<>();
        byte[] line = PublicationJson.toText(again).getBytes(StandardCharsets.UTF_8);
        ImportReport report = server.library()
                .importer()
                .run(new ByteArrayInputStream(line), TestLibrary.CURATOR, true, new ImportReport.Listener() {
                    @Override
                    public void refused(long number, List<Finding> findings) {
                        findings.forEach(each -> told.add(each.rule().code()));
                    }

                    @Override
                    public void progress(ImportReport soFar) {}
                });
        assertThat(report.refused()).isEqualTo(1);
        assertThat(told).containsExactly("source-id-erased");
        server.published(TestLibrary.report(SECRET + "-1", "Of another mission", "belize", "migration-data"));
    }

    @Test
    void nothingCanBeDoneWithItAnyMore() {
        PublicationId id = endangering();
        erase(id);
        int version = server.version(id);
        refused(
                () -> server.publishing().save(TestLibrary.CURATOR, id, version, TestLibrary.report("b", "c")),
                Rule.ERASED);
        refused(() -> server.publishing().reinstate(TestLibrary.CURATOR, id, version, "why"), Rule.ERASED);
        refused(() -> server.publishing().publish(TestLibrary.CURATOR, id, version), Rule.ERASED);
        refused(() -> erasing.ask(ANA, id, "why"), Rule.ERASED);
        refused(() -> erasing.confirm(EVA, id), Rule.ERASED);
        refused(() -> erasing.decline(EVA, id), Rule.ERASED);
    }

    @Test
    void ofWhatWasNeverPublicTheWorldLearnsNothing() {
        PublicationId id = server.draft(TestLibrary.report(SECRET + "-3", SECRET));
        assertThat(server.movedBy(() -> erase(id))).isEmpty();
        assertThat(server.disseminations().prefixes(id)).isEmpty();
        assertThat(PublicationJson.toText(server.current(id).metadata())).isEqualTo("{\"mission\":\"mexico\"}");
    }

    @Test
    void aRevisionDoesNotBringAnErasedKeyBack() {
        PublicationId erased = server.published(TestLibrary.report("mx-8", SECRET));
        PublicationId other = server.published(TestLibrary.report("mx-9", "Another"));
        server.publishing()
                .save(TestLibrary.OFFICER, other, server.version(other), TestLibrary.report("mx-8", "Another"));
        erase(erased);
        refused(
                () -> server.publishing().submit(TestLibrary.OFFICER, other, server.version(other)),
                Rule.SOURCE_ID_ERASED);
        refused(
                () -> server.publishing().publish(TestLibrary.CURATOR, other, server.version(other)),
                Rule.SOURCE_ID_ERASED);
    }

    @Test
    void itTakesTwo() {
        PublicationId id = endangering();
        refused(() -> erasing.confirm(EVA, id), Rule.ERASURE_NOT_ASKED);
        refused(() -> erasing.ask(ANA, id, " "), Rule.ERASURE_REASON_REQUIRED);
        assertThatThrownBy(() -> erasing.ask(ANA, new PublicationId(999), "x")).isInstanceOf(UnknownPublication.class);
        assertThat(erasing.ask(ANA, id, "a face").reason()).isEqualTo("a face");
        refused(() -> erasing.ask(EVA, id, "a face"), Rule.ERASURE_ASKED);
        refused(() -> erasing.confirm(ANA, id), Rule.SECOND_ADMINISTRATOR_REQUIRED);
        assertThat(server.current(id).isErased()).isFalse();

        assertThat(erasing.decline(ANA, id).status()).isEqualTo(Status.DECLINED);
        refused(() -> erasing.confirm(EVA, id), Rule.ERASURE_NOT_ASKED);
        erasing.ask(EVA, id, "a face after all");
        Erasure confirmed = erasing.confirm(ANA, id);
        assertThat(confirmed.reason()).isNull();
        assertThat(confirmed.askedBy()).isEqualTo("eva");
        assertThat(confirmed.decidedBy()).isEqualTo("ana");
        assertThat(trail.lines())
                .containsExactly(
                        "erasure-asked ana publication " + id,
                        "erasure-declined ana publication " + id,
                        "erasure-asked eva publication " + id,
                        "erasure-confirmed ana publication " + id);
    }

    @Test
    void whatNobodyDecidesExpires() {
        PublicationId id = endangering();
        erasing.ask(ANA, id, "a face");
        for (int second = 0; second <= Erasure.PATIENCE.toSeconds(); second++) {
            server.pass();
        }
        assertThat(erasing.find(id)).map(Erasure::status).contains(Status.EXPIRED);
        refused(() -> erasing.confirm(EVA, id), Rule.ERASURE_NOT_ASKED);
        assertThat(erasing.ask(EVA, id, "again").status()).isEqualTo(Status.ASKED);
    }

    @Test
    void itIsDoneWhenTheLastTraceIsGone() {
        PublicationId id = endangering();
        erase(id);
        assertThat(erasing.find(id)).map(Erasure::status).contains(Status.CONFIRMED);
        filesAreGone = false;
        assertThat(erasing.wipe()).isZero();
        assertThat(erasing.find(id)).map(Erasure::status).contains(Status.PURGING);
        assertThat(wipes).isZero();
        filesAreGone = true;
        server.files().done(id, Long.MAX_VALUE, Map.of());
        assertThat(erasing.wipe()).isEqualTo(1);
        assertThat(wipes).isEqualTo(1);
        assertThat(erasing.find(id)).map(Erasure::status).contains(Status.DONE);
        assertThat(erasing.wipe()).isZero();
    }

    /** One with a past: returned once, published, and with a revision beside it. */
    private PublicationId endangering() {
        DublinCore text = TestLibrary.report(SECRET + "-1", SECRET + " was seen")
                .with(
                        Element.COVERAGE,
                        List.of(Statement.of(Element.COVERAGE, "MX"), Statement.of(Element.COVERAGE, SECRET, "en")));
        PublicationId id = server.draft(text);
        server.save(id, text.with(Element.SUBJECT, List.of(Statement.of(Element.SUBJECT, SECRET, "en"))));
        server.publishing().submit(TestLibrary.OFFICER, id, server.version(id));
        server.publishing()
                .giveBack(TestLibrary.CURATOR, id, server.version(id), SECRET + " is named", Map.of("/title", SECRET));
        server.publishing().publish(TestLibrary.CURATOR, id, server.version(id));
        server.publishing()
                .save(
                        TestLibrary.OFFICER,
                        id,
                        server.version(id),
                        TestLibrary.report(SECRET + "-1", SECRET + " again"));
        assertThat(server.current(id).revision()).isNotNull();
        assertThat(server.publications().history(id))
                .extracting(each -> each.action())
                .endsWith(Action.REVISED);
        return id;
    }

    private void erase(PublicationId id) {
        erasing.ask(ANA, id, SECRET);
        erasing.confirm(EVA, id);
    }

    private static void refused(ThrowingCallable deed, Rule rule) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                .extracting(Finding::rule)
                .contains(rule));
    }
}
