package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Transactions;
import org.acervo.files.Extraction.Status;
import org.acervo.files.Extractions.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Extractions} keeps to. */
public abstract class ExtractionsContract {

    private static final Instant AT = Instant.parse("2022-06-01T10:00:00.123456Z");
    private static final Instant SOON = AT.plusSeconds(60);
    private static final Instant LATER = AT.plusSeconds(600);
    private static final PublicationId ONE = new PublicationId(1);
    private static final PublicationId TWO = new PublicationId(2);
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final Proposal FULL = new Proposal("Línea «de» base 😀", "2021-02", "es", 48);

    private PublicationFiles files;
    private Extractions extractions;

    /** Starts without anything in it. */
    protected abstract void empty(Clock clock);

    protected abstract PublicationFiles files();

    protected abstract Extractions extractions();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        empty(Clock.fixed(AT, ZoneOffset.UTC));
        files = files();
        extractions = extractions();
    }

    private static PublicationFile file(PublicationId id, String name, String sha256, int position) {
        return new PublicationFile(
                id,
                name,
                "application/pdf",
                5,
                sha256,
                null,
                null,
                position,
                null,
                Standing.KEPT,
                AT.plusSeconds(position));
    }

    private void put(PublicationFile... all) {
        run(() -> List.of(all).forEach(each -> files.put(HeldFile.staged(each, "officer"))));
    }

    private void run(Runnable work) {
        transactions().run(() -> {
            work.run();
            return null;
        });
    }

    private Optional<Claim> claim(Instant now) {
        return transactions().run(() -> extractions.claim(now, now.plusSeconds(180)));
    }

    private static Extraction waiting(String sha256) {
        return Extraction.without(sha256, Status.WAITING);
    }

    @Test
    void everyContentWaitsFromItsFileOn() {
        put(file(ONE, "a", A, 2), file(ONE, "b", B, 1), file(TWO, "c", A, 1), file(ONE, "same", A, 3));
        assertThat(extractions.of(ONE)).containsExactly(waiting(B), waiting(A));
        assertThat(extractions.ofAll(List.of(ONE, TWO, new PublicationId(3))))
                .isEqualTo(Map.of(ONE, List.of(waiting(B), waiting(A)), TWO, List.of(waiting(A))));
        assertThat(extractions.ofAll(List.of())).isEmpty();
        assertThat(extractions.find(A)).contains(waiting(A));
        assertThat(extractions.find("c".repeat(64))).isEmpty();
        assertThat(extractions.counts()).isEqualTo(Map.of(Status.WAITING, 2L));
    }

    @Test
    void whatIsFoundComesBackForAllThatHaveIt() {
        put(file(ONE, "a", A, 1), file(TWO, "b", B, 1));
        Extraction found = Extraction.of(A, Status.SEARCHED, "ñandú 😀\n".repeat(100_000), FULL);
        run(() -> extractions.keep(found));
        put(file(TWO, "a", A, 2));
        assertThat(extractions.of(ONE)).containsExactly(found);
        assertThat(extractions.of(TWO)).containsExactly(waiting(B), found);
        assertThat(extractions.of(TWO).get(1).text()).isEqualTo("ñandú 😀\n".repeat(100_000));
        assertThat(extractions.counts()).isEqualTo(Map.of(Status.WAITING, 1L, Status.SEARCHED, 1L));
        for (Status status : Status.values()) {
            run(() -> extractions.keep(Extraction.without(B, status)));
            assertThat(extractions.find(B)).contains(Extraction.without(B, status));
        }
    }

    @Test
    void eachIsTakenByOneTheLastFirst() {
        put(file(ONE, "a", A, 1), file(ONE, "b", B, 2));
        assertThat(claim(SOON)).contains(new Claim(B, 1));
        assertThat(claim(SOON)).contains(new Claim(A, 1));
        assertThat(claim(SOON)).isEmpty();
        run(() -> extractions.keep(Extraction.without(A, Status.FAILED)));
        assertThat(claim(LATER)).as("who had it has failed").contains(new Claim(B, 2));
        extractions.giveBack(new Claim(B, 2));
        assertThat(claim(LATER)).contains(new Claim(B, 2));
        assertThat(claim(LATER)).isEmpty();
    }

    @Test
    void aTransactionThatFailsTakesNothing() {
        put(file(ONE, "a", A, 1));
        transactions().attempt(() -> extractions.claim(SOON, LATER));
        assertThat(claim(SOON)).contains(new Claim(A, 1));
    }

    @Test
    void whatNobodyHasAnyMoreIsForgotten() {
        put(file(ONE, "a", A, 1), file(ONE, "b", B, 2), file(TWO, "b", B, 1));
        List<Extraction> found = new ArrayList<>();
        for (String each : List.of(A, B)) {
            found.add(Extraction.of(each, Status.SEARCHED, "secret " + each, FULL));
        }
        run(() -> found.forEach(extractions::keep));
        run(() -> {
            files.removeAll(ONE);
            extractions.tidy();
        });
        assertThat(extractions.find(A)).isEmpty();
        assertThat(extractions.find(B)).contains(found.get(1));
        run(() -> extractions.keep(found.get(0)));
        assertThat(extractions.find(A)).as("it was read meanwhile").isEmpty();
        put(file(ONE, "a", A, 1));
        assertThat(extractions.find(A)).contains(waiting(A));
    }
}
