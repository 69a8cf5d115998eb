package org.acervo.deposit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final BulkJob LARGE = job("large", "mexico");
    private static final BulkJob LATER = job("later", "mexico");
    private static final BulkJob SMALL = job("small", "belize");
    private static final BulkJob OTHER = job("other", "haiti");

    private final Turns turns = new Turns();

    private static BulkJob job(String id, String mission) {
        return new BulkJob(
                id,
                new Caller("token:" + id, mission, Set.of(Right.DEPOSIT), Set.of()),
                new BulkJob.Upload(SheetFormat.CSV, false, "", null),
                new BulkJob.Wish(BulkJob.Then.DRAFT, false, InterfaceLanguage.EN),
                BulkJob.State.WAITING,
                100_000,
                Instant.EPOCH,
                null,
                null,
                List.of());
    }

    private Optional<BulkJob> next(int places, BulkJob... waiting) {
        return turns.begin(List.of(waiting), places, job -> true);
    }

    @Test
    void aMissionWithManyJobsTakesOnePlace() {
        assertThat(next(2, LARGE, LATER, SMALL)).contains(LARGE);
        assertThat(next(2, LARGE, LATER, SMALL)).contains(SMALL);
        assertThat(next(2, LARGE, LATER, SMALL, OTHER)).isEmpty();
        assertThat(turns.isAwaited(LARGE, List.of(LARGE, LATER, SMALL))).isFalse();
        assertThat(turns.isAwaited(LARGE, List.of(LARGE, LATER, SMALL, OTHER))).isTrue();
    }

    @Test
    void whoHasHadATurnComesAfterWhoHasNot() {
        assertThat(next(1, LARGE, SMALL)).contains(LARGE);
        turns.end(LARGE);
        assertThat(next(1, LARGE, SMALL)).contains(SMALL);
        turns.end(SMALL);
        assertThat(next(1, LARGE, SMALL)).contains(LARGE);
    }

    @Test
    void whatCannotRunHereTakesNoPlace() {
        assertThat(turns.begin(List.of(LARGE, SMALL), 1, job -> job.equals(SMALL)))
                .contains(SMALL);
    }
}
