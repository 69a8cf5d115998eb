package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Transactions;
import org.acervo.publishing.Erasure.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Erasures} keeps to. */
public abstract class ErasuresContract {

    private static final Instant AT = Instant.parse("2022-06-01T10:00:00.123456Z");
    private static final PublicationId FIRST = new PublicationId(7);
    private static final PublicationId SECOND = new PublicationId(8);

    private Erasures erasures;
    private Transactions transactions;

    /** Nothing is kept in it yet. */
    protected abstract Erasures empty();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        erasures = empty();
        transactions = transactions();
    }

    @Test
    void anErasureComesBackAsItWasKept() {
        Erasure asked = Erasure.asked(FIRST, "ana", AT, "«por qué» 😀");
        keep(asked);
        assertThat(erasures.find(FIRST)).contains(asked);
        assertThat(transactions.run(() -> erasures.lock(FIRST))).contains(asked);
        assertThat(erasures.find(SECOND)).isEmpty();
        assertThat(transactions.run(() -> erasures.lock(SECOND))).isEmpty();

        Erasure confirmed = asked.decided(Status.CONFIRMED, "eva", AT.plusSeconds(1), "a".repeat(64));
        assertThat(confirmed.reason()).isNull();
        keep(confirmed);
        assertThat(erasures.find(FIRST)).contains(confirmed);
        keep(confirmed.finished(AT.plusSeconds(2)));
        assertThat(erasures.find(FIRST)).contains(confirmed.finished(AT.plusSeconds(2)));
        assertThat(erasures.keys()).containsExactly("a".repeat(64));
    }

    @Test
    void theOneThatWasAskedForLastComesFirst() {
        assertThat(erasures.latest(5)).isEmpty();
        keep(Erasure.asked(FIRST, "ana", AT.plusSeconds(1), "x"));
        keep(Erasure.asked(SECOND, "ana", AT, "x"));
        assertThat(erasures.latest(5)).extracting(Erasure::publication).containsExactly(FIRST, SECOND);
        assertThat(erasures.latest(1)).extracting(Erasure::publication).containsExactly(FIRST);
    }

    @Test
    void whatIsConfirmedIsClaimedByOneAtATimeUntilItIsDone() {
        Erasure first = Erasure.asked(FIRST, "ana", AT, "x").decided(Status.CONFIRMED, "eva", AT, null);
        keep(first);
        keep(Erasure.asked(SECOND, "ana", AT, "x"));
        assertThat(claim(AT)).containsExactly(first.purging());
        assertThat(claim(AT)).isEmpty();
        assertThat(erasures.find(FIRST)).contains(first.purging());
        assertThat(claim(AT.plusSeconds(600))).containsExactly(first.purging());

        keep(first.purging());
        assertThat(claim(AT.plusSeconds(601))).as("given back").hasSize(1);
        keep(first.finished(AT));
        assertThat(claim(AT.plusSeconds(9999))).isEmpty();
        assertThat(erasures.keys()).isEmpty();
    }

    private List<Erasure> claim(Instant now) {
        return transactions.run(() -> erasures.claim(now, now.plusSeconds(600)));
    }

    private void keep(Erasure erasure) {
        transactions.run(() -> {
            erasures.keep(erasure);
            return null;
        });
    }
}
