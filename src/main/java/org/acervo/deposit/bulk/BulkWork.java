package org.acervo.deposit.bulk;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/** Looks for jobs and runs them in the background, a few at a time, and clears away what is long over. */
@ApplicationScoped
class BulkWork implements Runnable {

    private static final Logger LOG = Logger.getLogger(BulkWork.class.getName());
    private static final int SECONDS = 2;
    private static final int AT_ONCE = 2;
    /** How long a job may run while others wait. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final int SWEPT = 20;
    /** After the start of everything else, the schema among it. */
    private static final int LATE = 5_000;

    @Inject
    private ManagedScheduledExecutorService schedule;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private BulkJobs jobs;

    @Inject
    private BulkFolder folder;

    @Inject
    private BulkRunner runner;

    @Inject
    private Clock clock;

    private final Turns turns = new Turns();
    private @Nullable ScheduledFuture<?> looking;
    private @Nullable ScheduledFuture<?> sweeping;

    void start(@Observes @Priority(LATE) @Initialized(ApplicationScoped.class) Object started) {
        looking = schedule.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        sweeping = schedule.scheduleWithFixedDelay(this::sweep, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        for (ScheduledFuture<?> each : new ScheduledFuture<?>[] {looking, sweeping}) {
            if (each != null) {
                each.cancel(true);
            }
        }
    }

    /** Looks for jobs without waiting for the next time. */
    @Override
    public void run() {
        executor.execute(this::look);
    }

    private void look() {
        try {
            List<BulkJob> unfinished = jobs.unfinished();
            for (Optional<BulkJob> next = next(unfinished); next.isPresent(); next = next(unfinished)) {
                execute(next.get());
            }
        } catch (StorageUnavailable away) {
            LOG.log(Level.FINE, "The database is away; jobs wait", away);
        } catch (RuntimeException failed) { // the schedule must go on
            LOG.log(Level.WARNING, "Jobs could not be looked for", failed);
        }
    }

    private Optional<BulkJob> next(List<BulkJob> unfinished) {
        return turns.begin(unfinished, AT_ONCE, job -> folder.has(job.id()));
    }

    private void execute(BulkJob job) {
        try {
            executor.execute(() -> run(job));
        } catch (RejectedExecutionException busy) { // else it would count as running for ever
            turns.end(job);
            throw busy;
        }
    }

    private void run(BulkJob job) {
        try {
            Instant end = clock.instant().plus(TURN);
            runner.run(job, () -> clock.instant().isAfter(end) && turns.isAwaited(job, jobs.unfinished()));
        } catch (StorageUnavailable away) {
            LOG.log(Level.WARNING, "The database went away; job {0} will go on", job.id());
        } catch (RuntimeException failed) { // it is tried again
            LOG.log(Level.WARNING, failed, () -> "Job " + job.id() + " broke off and will go on");
        } finally {
            turns.end(job);
        }
    }

    private void sweep() {
        try {
            Instant now = clock.instant();
            for (String id : jobs.endedBefore(now.minus(KEPT), SWEPT)) {
                folder.remove(id);
                jobs.remove(id);
            }
            for (String id : folder.before(now.minus(ABANDONED))) {
                if (jobs.find(id).isEmpty()) {
                    folder.remove(id);
                }
            }
        } catch (IOException | RuntimeException failed) { // the schedule must go on
            LOG.log(Level.WARNING, "Old uploads could not be cleared away", failed);
        }
    }
}
