package org.acervo.deposit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Transactions;
import org.acervo.deposit.bulk.Outcome.Result;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link BulkJobs} keeps to. */
public abstract class BulkJobsContract {

    private static final Instant AT = Instant.parse("2026-06-01T10:00:00.123456Z");
    private static final Caller ANA =
            new Caller("token:ana", "mexico", Set.of(Right.DEPOSIT, Right.READ), Set.of("haiti", "belize"));
    private static final SheetFinding UNKNOWN =
            SheetFinding.ofSheet(Finding.of(Rule.UNKNOWN_COLUMN, "", "“Notas” ✓", "title", "date"));
    private static final Outcome CREATED = new Outcome(
            7,
            Result.CREATED,
            new PublicationId(12),
            State.DRAFT,
            List.of(new SheetFinding("C7", Finding.of(Rule.REQUIRED, "/theme", null))));

    private BulkJobs jobs;
    private Transactions transactions;

    protected abstract BulkJobs empty();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        jobs = empty();
        transactions = transactions();
    }

    private static BulkJob job(int number, String key) {
        return new BulkJob(
                String.format("%032x", number),
                ANA,
                new BulkJob.Upload(SheetFormat.XLSX, true, "d".repeat(64), key),
                new BulkJob.Wish(BulkJob.Then.PUBLISH, true, InterfaceLanguage.PT),
                BulkJob.State.WAITING,
                3,
                AT.plusSeconds(number),
                null,
                null,
                List.of(UNKNOWN));
    }

    private BulkJob added(int number) {
        BulkJob job = job(number, null);
        assertThat(jobs.add(job)).isTrue();
        return job;
    }

    private boolean settled(BulkJob job, Outcome outcome) {
        return transactions.run(() -> {
            boolean claimed = jobs.claim(job.id(), outcome.row());
            if (claimed) {
                jobs.settle(job.id(), outcome);
            }
            return claimed;
        });
    }

    @Test
    void aJobIsKeptAsItIs() {
        BulkJob job = added(1);
        BulkJob curators = new BulkJob(
                "f".repeat(32),
                new Caller("curator", null, Set.of(Right.CURATE), Set.of()),
                new BulkJob.Upload(SheetFormat.CSV, false, "e".repeat(64), "key"),
                new BulkJob.Wish(BulkJob.Then.DRAFT, false, InterfaceLanguage.EN),
                BulkJob.State.WAITING,
                0,
                AT,
                null,
                null,
                List.of());
        jobs.add(curators);
        assertThat(jobs.find(job.id())).contains(job);
        assertThat(jobs.find(curators.id())).contains(curators);
        assertThat(jobs.find("0".repeat(32))).isEmpty();
        assertThat(jobs.unfinished()).containsExactly(curators, job);
    }

    @Test
    void aKeyIsGivenOnceByAnOwner() {
        BulkJob first = job(1, "mine");
        assertThat(jobs.add(first)).isTrue();
        assertThat(jobs.add(job(2, "mine"))).isFalse();
        assertThat(jobs.add(job(3, "another"))).isTrue();
        assertThat(jobs.find("token:ana", "mine")).contains(first);
        assertThat(jobs.find("token:eva", "mine")).isEmpty();
    }

    @Test
    void thoseOfAnOwnerAreListedTheNewestFirst() {
        BulkJob first = added(1);
        BulkJob second = added(2);
        assertThat(jobs.of("token:ana", 10)).containsExactly(second, first);
        assertThat(jobs.of("token:ana", 1)).containsExactly(second);
        assertThat(jobs.of("token:eva", 1)).isEmpty();
    }

    @Test
    void aJobBeginsOnceAndEndsOnce() {
        BulkJob job = added(1);
        jobs.begin(job.id(), AT.plusSeconds(10));
        jobs.begin(job.id(), AT.plusSeconds(20));
        assertThat(jobs.end(job.id(), BulkJob.State.DONE, AT.plusSeconds(30), List.of()))
                .isTrue();
        assertThat(jobs.end(job.id(), BulkJob.State.CANCELLED, AT.plusSeconds(40), List.of(UNKNOWN)))
                .isFalse();
        jobs.begin(job.id(), AT.plusSeconds(50));
        BulkJob ended = jobs.find(job.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(BulkJob.State.DONE);
        assertThat(ended.started()).isEqualTo(AT.plusSeconds(10));
        assertThat(ended.ended()).isEqualTo(AT.plusSeconds(30));
        assertThat(ended.findings()).isEmpty();
        assertThat(jobs.unfinished()).isEmpty();
    }

    @Test
    void aRowIsClaimedOnceAndOnlyWhileItsJobGoesOn() {
        BulkJob job = added(1);
        assertThat(settled(job, CREATED)).isTrue();
        assertThat(settled(job, CREATED)).isFalse();
        jobs.end(job.id(), BulkJob.State.CANCELLED, AT, List.of());
        assertThat(settled(job, Outcome.refused(8, List.of()))).isFalse();
        assertThat(settled(job(9, null), CREATED)).isFalse();
    }

    @Test
    void aClaimIsLostWithItsTransaction() {
        BulkJob job = added(1);
        assertThatThrownBy(() -> transactions.run(() -> {
                    jobs.claim(job.id(), 7);
                    jobs.settle(job.id(), CREATED);
                    throw new IllegalArgumentException("killed");
                }))
                .hasMessage("killed");
        assertThat(jobs.settled(job.id()).isEmpty()).isTrue();
        assertThat(settled(job, CREATED)).isTrue();
        assertThat(jobs.settled(job.id()).stream()).containsExactly(7);
    }

    @Test
    void whatBecameOfRowsIsGivenInTheirOrder() {
        BulkJob job = added(1);
        Outcome refused = Outcome.refused(
                3, List.of(new SheetFinding("B3", Finding.of(Rule.CHANGED_DATE, "/date", "feb-21", "2021-02"))));
        settled(job, CREATED);
        settled(job, refused);
        settled(job, Outcome.refused(9, List.of()));
        assertThat(jobs.outcomes(job.id(), 0, 2)).containsExactly(refused, CREATED);
        assertThat(jobs.outcomes(job.id(), 7, 2)).containsExactly(Outcome.refused(9, List.of()));
        assertThat(jobs.tally(job.id())).isEqualTo(Map.of(Result.CREATED, 1, Result.REFUSED, 2));
    }

    @Test
    void theJobsOfAPublicationAreFound() {
        BulkJob job = added(1);
        settled(job, CREATED);
        added(2);
        PublicationId id = java.util.Objects.requireNonNull(CREATED.publication());
        assertThat(jobs.about(id, null)).containsExactly(job.id());
        PublicationId other = new PublicationId(id.value() + 1);
        assertThat(jobs.about(other, null)).isEmpty();
        assertThat(jobs.about(other, job.owner().mission())).contains(job.id());
        assertThat(jobs.about(other, "elsewhere")).isEmpty();
    }

    @Test
    void whatIsLongOverCanBeForgotten() {
        BulkJob job = added(1);
        settled(job, CREATED);
        BulkJob other = added(2);
        jobs.end(job.id(), BulkJob.State.DONE, AT, List.of());
        assertThat(jobs.endedBefore(AT, 5)).isEmpty();
        assertThat(jobs.endedBefore(AT.plusSeconds(1), 5)).containsExactly(job.id());
        jobs.remove(job.id());
        assertThat(jobs.find(job.id())).isEmpty();
        assertThat(jobs.tally(job.id())).isEmpty();
        assertThat(jobs.unfinished()).containsExactly(other);
    }
}
