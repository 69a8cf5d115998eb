package org.acervo.deposit.webhook;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks every second for what is to be sent, a few webhooks at a time, and goes on whatever happens. */
@ApplicationScoped
class SenderSchedule {

    private static final Logger LOG = Logger.getLogger(SenderSchedule.class.getName());
    private static final int AT_ONCE = 4;
    private static final int FIRST_LOOK = 5;
    private static final int HOUR = 3600;

    /** After the start of everything else, the schema among it. */
    private static final int LATE = 5_000;

    @Inject
    private ManagedScheduledExecutorService schedule;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Sender sender;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private @Nullable ScheduledFuture<?> looking;
    private boolean failing;
    private long looks;

    void start(@Observes @Priority(LATE) @Initialized(ApplicationScoped.class) Object started) {
        looking = schedule.scheduleWithFixedDelay(this::look, FIRST_LOOK, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    /** Runs in one thread at a time. */
    private void look() {
        try {
            if (looks++ % HOUR == 0) {
                sender.sweep();
            }
            int places = free.availablePermits();
            if (places > 0) {
                sender.take(places).forEach(this::begin);
            }
            failing = false;
        } catch (RuntimeException failure) { // the schedule must go on
            if (!failing) {
                LOG.log(Level.WARNING, "Webhooks cannot be served now; it is tried again", failure);
            }
            failing = true;
        }
    }

    private void begin(Webhook webhook) {
        free.acquireUninterruptibly();
        try {
            executor.execute(() -> serve(webhook));
        } catch (RejectedExecutionException busy) { // else one place less would be left for ever
            free.release();
            throw busy;
        }
    }

    private void serve(Webhook webhook) {
        try {
            sender.turn(webhook);
        } catch (RuntimeException failure) { // its lease will be over
            LOG.log(Level.WARNING, failure, () -> "Webhook " + webhook.id() + " could not be served");
        } finally {
            free.release();
        }
    }
}
