package org.acervo.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.authority.Authorities;
import org.acervo.catalog.Publications;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.publishing.Rerendering;
import org.acervo.search.Indexer;
import org.acervo.search.Reindexing;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Looks for terms that staff have edited, here or on another server, each second; then what shows their labels is rendered and
 * indexed again in the background.
 */
@ApplicationScoped
class TermUpkeep {

    private static final Logger LOG = Logger.getLogger(TermUpkeep.class.getName());

    /** After the start of everything else. */
    private static final int LATE = 6_000;

    /** So long after an edit a change may come to its end that had begun before it. */
    private static final Duration AFTERWARDS = Duration.ofMinutes(10);

    @Inject
    private ManagedScheduledExecutorService schedule;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Authorities authorities;

    @Inject
    private Vocabularies vocabularies;

    @Inject
    private Rerendering rerendering;

    @Inject
    private Indexer indexer;

    @Inject
    private Reindexing reindexing;

    @Inject
    private Publications publications;

    @Inject
    private Clock clock;

    private final AtomicBoolean rendering = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> looking;
    private @Nullable Object seen;
    private Instant until = Instant.MIN;

    void start(@Observes @Priority(LATE) @Initialized(ApplicationScoped.class) Object started) {
        seen = vocabularies.edition();
        looking = schedule.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    /** A schedule ends with the first exception that leaves it. */
    private void look() {
        try {
            authorities.look();
            Object now = vocabularies.edition();
            if (now != seen) {
                seen = now;
                until = clock.instant().plus(AFTERWARDS);
            }
            if (clock.instant().isBefore(until) && rerendering.isDue() && rendering.compareAndSet(false, true)) {
                executor.execute(this::render);
            }
            if (indexer.isRelabelled() && !reindexing.progress().running()) {
                reindexing.begin(
                        "",
                        publications.counts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
            }
        } catch (StorageUnavailable gone) {
            LOG.log(Level.FINE, "Edited terms wait for the database", gone);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Edited terms could not be followed; it is tried again", failure);
        }
    }

    private void render() {
        try {
            Rerendering.Report report = rerendering.stale(looked -> {});
            LOG.log(
                    Level.INFO,
                    "Terms were edited: {0} records were rendered again, {1} of them have changed",
                    new Object[] {report.looked(), report.moved()});
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Records were not rendered again to the end; it is tried again", failure);
        } finally {
            rendering.set(false);
        }
    }
}
