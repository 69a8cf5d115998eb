package org.acervo.publishing;

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
import org.jspecify.annotations.Nullable;

/** Brings erasures to their end in the background, also those that another run of the server has begun. */
@ApplicationScoped
class ErasureSchedule {

    private static final Logger LOG = Logger.getLogger(ErasureSchedule.class.getName());
    private static final int SECONDS = 5;

    /** After the start of everything else, the schema among it. */
    private static final int LATE = 5_000;

    @Inject
    private ManagedScheduledExecutorService schedule;

    @Inject
    private Erasing erasing;

    private @Nullable ScheduledFuture<?> looking;
    private @Nullable String failing;

    void start(@Observes @Priority(LATE) @Initialized(ApplicationScoped.class) Object started) {
        looking = schedule.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    private void look() {
        try {
            int done = erasing.wipe();
            if (done > 0) {
                LOG.log(Level.INFO, "{0} erasures are complete", done);
            }
            failing = null;
        } catch (RuntimeException failure) { // the schedule must go on
            String kind = failure.toString();
            if (!kind.equals(failing)) {
                LOG.log(Level.WARNING, "An erasure could not be completed; it is tried again", failure);
            }
            failing = kind;
        }
    }
}
