package org.acervo.deposit;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Forgets, every hour, answers that are too old for their requests to come again. */
@ApplicationScoped
class ReceiptSweep {

    private static final Logger LOG = Logger.getLogger(ReceiptSweep.class.getName());

    @Inject
    private ManagedScheduledExecutorService executor;

    @Inject
    private OnceOnly onceOnly;

    private @Nullable Future<?> sweeping;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        sweeping = executor.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.HOURS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        Future<?> running = sweeping;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void sweep() {
        try {
            onceOnly.sweep();
        } catch (RuntimeException failure) { // the schedule must go on
            LOG.log(Level.WARNING, "Old answers could not be forgotten; the next hour will do it", failure);
        }
    }
}
