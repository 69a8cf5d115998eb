package org.acervo.publishing;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Publications;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;
import org.jspecify.annotations.Nullable;

/** Carries out changes of many publications in the background, also those that another run of the server has begun. */
@ApplicationScoped
class BulkChangeSchedule {

    private static final Logger LOG = Logger.getLogger(BulkChangeSchedule.class.getName());
    private static final int SECONDS = 1;

    /** After the start of everything else, the schema among it. */
    private static final int LATE = 5_000;

    @Inject
    private ManagedScheduledExecutorService schedule;

    @Inject
    private BulkChanging changing;

    private @Nullable ScheduledFuture<?> looking;

    @Produces
    @Singleton
    static BulkChanging changing(
            BulkChanges bulk,
            Publications publications,
            Publishing publishing,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        return new BulkChanging(bulk, publications, publishing, transactions, trail, clock);
    }

    void start(@Observes @Priority(LATE) @Initialized(ApplicationScoped.class) Object started) {
        looking = schedule.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        if (looking != null) {
            looking.cancel(true);
        }
    }

    private void look() {
        try {
            changing.run();
        } catch (StorageUnavailable gone) {
            LOG.log(Level.FINE, "Changes of many publications wait for the database");
        } catch (RuntimeException failure) { // the schedule must go on
            LOG.log(Level.WARNING, "A change of many publications failed; it is tried again", failure);
        }
    }
}
