package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PublicationFiles} and {@link Preservations} keeps to. */
public abstract class FilesContract {

    private static final Instant AT = Instant.parse("2022-06-01T10:00:00.123456Z");
    private static final Instant LATER = AT.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 1);
    private static final PublicationId ONE = new PublicationId(1);
    private static final PublicationId TWO = new PublicationId(2);
    private static final PublicationId THREE = new PublicationId(3);
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    private Instant now = AT;
    private PublicationFiles files;
    private Preservations preservations;
    private long number;

    /** Starts without anything in it. */
    protected abstract void empty(Clock clock);

    protected abstract PublicationFiles files();

    protected abstract Preservations preservations();

    protected abstract Publications publications();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        empty(((InstantSource) () -> now).withZone(ZoneOffset.UTC));
        files = files();
        preservations = preservations();
    }

    private static HeldFile file(
            PublicationId id, String name, String sha256, int position, @Nullable LocalDate embargo) {
        return HeldFile.staged(
                new PublicationFile(
                        id, name, "application/pdf", 5, sha256, null, null, position, embargo, Standing.KEPT, AT),
                "officer");
    }

    private static HeldFile file(PublicationId id, String name, String sha256) {
        return file(id, name, sha256, 1, null);
    }

    private static HeldFile pending(HeldFile kept, Standing standing) {
        PublicationFile file = kept.file();
        return kept.with(new PublicationFile(
                file.publication(), file.name(), file.mediaType(), 7, B, "es", "d", 1, null, standing, AT));
    }

    private void put(HeldFile... all) {
        transactions().run(() -> {
            List.of(all).forEach(files::put);
            return null;
        });
    }

    @Test
    void aFileComesBackAsItWasKept() {
        HeldFile full = new HeldFile(
                new PublicationFile(
                        ONE,
                        "Informe «ñ» 😀.pdf",
                        "application/pdf",
                        5_000_000_000L,
                        A,
                        "pt-BR",
                        "Descrição",
                        3,
                        TODAY,
                        Standing.KEPT,
                        AT),
                "token:7",
                "a/b/c.pdf",
                true);
        put(full, file(ONE, "bare.pdf", B));
        assertThat(files.of(ONE)).containsExactly(file(ONE, "bare.pdf", B), full);
        assertThat(files.of(TWO)).isEmpty();
        assertThat(files.ofAll(List.of(ONE, TWO))).isEqualTo(Map.of(ONE, files.of(ONE)));
        assertThat(files.ofAll(List.of())).isEmpty();
    }

    @Test
    void filesAreInTheirOrderAndNamesAreExact() {
        put(file(ONE, "b", A, 2, null), file(ONE, "a", A, 2, null), file(ONE, "A", A, 2, null), file(ONE, "z", A));
        assertThat(files.of(ONE)).extracting(each -> each.file().name()).containsExactly("z", "A", "a", "b");
    }

    @Test
    void whatIsProposedStandsBesideWhatIsKept() {
        HeldFile kept = file(ONE, "a.pdf", A);
        HeldFile proposed = pending(kept, Standing.PROPOSED);
        put(kept, proposed);
        assertThat(files.of(ONE)).containsExactly(kept, proposed);

        HeldFile leaving = pending(kept, Standing.LEAVING);
        put(leaving);
        assertThat(files.of(ONE)).containsExactly(kept, leaving);

        HeldFile other = file(ONE, "a.pdf", B);
        put(other);
        assertThat(files.of(ONE)).containsExactly(other, leaving);
        transactions().run(() -> {
            files.remove(leaving.file());
            return null;
        });
        assertThat(files.of(ONE)).containsExactly(other);
        transactions().run(() -> {
            files.removeAll(ONE);
            return null;
        });
        assertThat(files.of(ONE)).isEmpty();
    }

    @Test
    void aFailedTransactionLeavesNothing() {
        put(file(ONE, "a.pdf", A));
        assertThatThrownBy(() -> transactions().run(() -> {
                    files.put(file(ONE, "b.pdf", B));
                    files.remove(file(ONE, "a.pdf", A).file());
                    preservations.add(preservation(ONE, Map.of("a.pdf", A)));
                    assertThat(files.of(ONE)).hasSize(1);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(files.of(ONE)).containsExactly(file(ONE, "a.pdf", A));
        assertThat(preservations.backlog()).isZero();
    }

    @Test
    void theSameContentElsewhereIsFound() {
        put(file(ONE, "a", A), file(TWO, "b", A), file(TWO, "c", A), file(THREE, "d", A), file(THREE, "e", B));
        assertThat(files.sharing(A, ONE, 10)).containsExactly(TWO, THREE);
        assertThat(files.sharing(A, ONE, 1)).containsExactly(TWO);
        assertThat(files.sharing(B, THREE, 10)).isEmpty();
    }

    @Test
    void whatAMissionStoresIsTheSumOfItsFiles() {
        draft(ONE, "mexico");
        draft(TWO, "haiti");
        put(file(ONE, "a", A), file(ONE, "b", B), file(TWO, "c", A));
        assertThat(files.stored("mexico")).isEqualTo(10);
        assertThat(files.stored("haiti")).isEqualTo(5);
        assertThat(files.stored("belize")).isZero();
    }

    private void draft(PublicationId id, String mission) {
        DublinCore text =
                new DublinCore(List.of(Statement.of(Element.MISSION, mission), Statement.of(Element.TITLE, "T", "en")));
        Publication draft = new Publication(id, 1, State.DRAFT, text, null, null, null, AT, AT, null);
        Event event = new Event(id, 1, Action.CREATED, AT, "officer", null, null, Map.of(), null);
        transactions().run(() -> {
            publications().save(List.of(new Publications.Change(draft, event, null)), () -> new Tick(++number, AT));
            return null;
        });
    }

    @Test
    void whatOpensIsFoundUntilThePublicWasTold() {
        put(
                file(ONE, "past", A, 1, TODAY.minusDays(1)),
                file(ONE, "future", A, 1, TODAY.plusDays(1)),
                file(TWO, "today", A, 1, TODAY),
                file(THREE, "open", A),
                pending(file(THREE, "pending", A), Standing.PROPOSED));
        assertThat(files.opening(TODAY, 0, 10)).containsExactly(ONE, TWO);
        assertThat(files.opening(TODAY, 1, 10)).containsExactly(TWO);
        assertThat(files.opening(TODAY, 0, 1)).containsExactly(ONE);
        assertThat(files.opening(TODAY.minusDays(2), 0, 10)).isEmpty();

        transactions().run(() -> {
            files.shown(ONE, TODAY);
            return null;
        });
        assertThat(files.opening(TODAY, 0, 10)).containsExactly(TWO);
        assertThat(files.opening(TODAY.plusDays(1), 0, 10)).containsExactly(ONE, TWO);
        assertThat(files.of(ONE)).extracting(HeldFile::shown).containsExactly(false, true);
    }

    private Preservation preservation(PublicationId id, Map<String, String> contents) {
        return new Preservation(++number, id, AT, "officer", "file put", contents, null, false);
    }

    private Preservation added(Preservation preservation) {
        transactions().run(() -> {
            preservations.add(preservation);
            return null;
        });
        return preservation;
    }

    @Test
    void whatIsToBePreservedWaitsInOrder() {
        Preservation first = added(preservation(TWO, Map.of("a.pdf", A, "b ñ.pdf", B)));
        Preservation second = added(preservation(ONE, Map.of()));
        Preservation third = added(new Preservation(
                ++number,
                TWO,
                AT.plusSeconds(1),
                "curator",
                "published",
                Map.of("a.pdf", A),
                "{\"a\":\"ñ😀\"}",
                false));
        Preservation end = added(
                new Preservation(++number, THREE, AT, "administrator", "purged", Map.of("kept/a.pdf", A), null, true));
        assertThat(preservations.waiting(LATER, 10)).containsExactly(THREE, TWO, ONE);
        assertThat(preservations.waiting(LATER, 1)).containsExactly(THREE);
        assertThat(preservations.of(TWO, 10)).containsExactly(first, third);
        assertThat(preservations.of(TWO, 1)).containsExactly(first);
        assertThat(preservations.of(ONE, 10)).containsExactly(second);
        assertThat(preservations.of(THREE, 10)).containsExactly(end);
        assertThat(preservations.backlog()).isEqualTo(4);

        done(TWO, first.number(), Map.of());
        assertThat(preservations.of(TWO, 10)).containsExactly(third);
        done(TWO, third.number(), Map.of());
        assertThat(preservations.waiting(LATER, 10)).containsExactly(THREE, ONE);
    }

    @Test
    void aDraftWaitsUntilNothingMoreComes() {
        added(preservation(ONE, Map.of("a", A)));
        assertThat(preservations.waiting(AT.minusSeconds(1), 10)).isEmpty();
        assertThat(preservations.waiting(AT, 10)).containsExactly(ONE);
        Preservation later =
                added(new Preservation(++number, ONE, AT.plusSeconds(5), "officer", "file put", Map.of(), null, false));
        assertThat(preservations.waiting(AT, 10)).isEmpty();
        added(new Preservation(++number, ONE, later.at(), "officer", "published", Map.of(), "{}", false));
        assertThat(preservations.waiting(AT, 10)).containsExactly(ONE);
        added(new Preservation(++number, TWO, AT.plusSeconds(5), "officer", "purged", Map.of(), null, true));
        assertThat(preservations.waiting(AT, 10)).containsExactly(TWO, ONE);
    }

    private void done(PublicationId id, long upTo, Map<String, String> locations) {
        transactions().run(() -> {
            preservations.done(id, upTo, locations);
            return null;
        });
    }

    @Test
    void whereAContentLiesIsRememberedForTheFilesThatHaveIt() {
        put(file(ONE, "a", A), file(ONE, "b", B), file(TWO, "a", A));
        done(ONE, added(preservation(ONE, Map.of("a", A))).number(), Map.of(A, "x/a"));
        assertThat(files.of(ONE)).extracting(HeldFile::location).containsExactly("x/a", null);
        assertThat(files.of(TWO)).extracting(HeldFile::location).containsExactly((String) null);
    }

    @Test
    void aContentIsNeededUntilItLiesElsewhereAndNothingIsLeftToDo() {
        put(file(ONE, "a", A));
        assertThat(preservations.needed(List.of(A, B))).isEqualTo(Set.of(A));
        Preservation first = added(preservation(ONE, Map.of("a", A)));
        Preservation second = added(preservation(TWO, Map.of("a", A, "b", B)));
        done(ONE, first.number(), Map.of(A, "x"));
        assertThat(preservations.needed(List.of(A, B))).isEqualTo(Set.of(A, B));
        done(TWO, second.number(), Map.of());
        assertThat(preservations.needed(List.of(A, B))).isEmpty();
        added(new Preservation(++number, THREE, AT, "administrator", "purged", Map.of("a", A), null, true));
        assertThat(preservations.needed(List.of(A))).isEmpty();
        assertThat(preservations.needed(List.of())).isEmpty();
    }

    @Test
    void whatWasNotReadForLongIsReadAgain() {
        put(file(ONE, "a", A), file(TWO, "b", B));
        Duration month = Duration.ofDays(30);
        assertThat(preservations.unchecked(month, 10)).isEmpty();
        now = AT.plus(Duration.ofDays(31));
        assertThat(preservations.unchecked(month, 10))
                .containsExactlyInAnyOrder(
                        new Preservations.Checked(file(ONE, "a", A).file(), Optional.empty()),
                        new Preservations.Checked(file(TWO, "b", B).file(), Optional.empty()));
        assertThat(preservations.unchecked(month, 1)).hasSize(1);

        preservations.checked(file(ONE, "a", A).file(), false);
        assertThat(preservations.unchecked(month, 10))
                .extracting(each -> each.file().publication())
                .containsExactly(TWO);
    }

    @Test
    void damageIsRememberedUntilTheContentIsGoodOrAnother() {
        PublicationFile file = file(ONE, "a", A).file();
        put(file(ONE, "a", A));
        preservations.checked(file, true);
        assertThat(preservations.damaged()).containsExactly(file);
        put(file(ONE, "a", A, 4, null));
        assertThat(preservations.damaged()).hasSize(1);
        preservations.checked(file, false);
        assertThat(preservations.damaged()).isEmpty();
        preservations.checked(file, true);
        put(file(ONE, "a", B));
        assertThat(preservations.damaged()).isEmpty();
        preservations.checked(file, true);
        assertThat(preservations.damaged())
                .as("what was read is not there any more")
                .isEmpty();
    }
}
