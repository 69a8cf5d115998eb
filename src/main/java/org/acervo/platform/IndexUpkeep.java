package org.acervo.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.search.Flood;
import org.acervo.search.Indexer;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Looks for changes that the search index does not have yet, so that all is found within a second; while an import writes very
 * much at once, within two minutes.
 */
@ApplicationScoped
class IndexUpkeep {

    private static final Logger LOG = Logger.getLogger(IndexUpkeep.class.getName());

    /** After the start of everything else, the schema among it. */
    private static final int LATE = 5_000;

    /**
     * In milliseconds. The first look waits as long: at the end of a deployment the container closes the archives of the
     * application's classes, and a class that is loaded at that moment cannot be found.
     */
    private static final int PAUSE = 700;

    @Inject
    private ManagedScheduledExecutorService executor;

    @Inject
    private Indexer indexer;

    @Inject
    private Flood flood;

    @Inject
    private MetricRegistry metrics;

    private @Nullable ScheduledFuture<?> looking;
    private @Nullable String failing;

    void start(@Observes @Priority(LATE) @Initialized(ApplicationScoped.class) Object started) {
        looking = executor.scheduleWithFixedDelay(this::look, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
        metrics.gauge("acervo_index_lag", indexer::behind);
        metrics.gauge("acervo_index_catching_up", () -> indexer.isCatchingUp() ? 1 : 0);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        if (looking != null) {
            looking.cancel(false);
        }
        indexer.close();
    }

    /** A schedule ends with the first exception that leaves it. */
    private void look() {
        try {
            indexer.lookUnless(flood);
            failing = null;
        } catch (StorageUnavailable gone) {
            LOG.log(Level.FINE, "The index waits for the database", gone);
        } catch (RuntimeException failure) {
            String kind = failure.toString();
            if (!kind.equals(failing)) {
                LOG.log(Level.WARNING, "The index could not follow; it is tried again", failure);
            }
            failing = kind;
        }
    }
}
