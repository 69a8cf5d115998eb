package org.acervo.platform;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells when as many requests are under way as there are processors, so that work which nobody waits for lets them go first:
 * of a rush that lasts, each second minute only, so that such work is put off by a minute at most. Thread-safe.
 */
final class Rush {

    private static final Duration TURN = Duration.ofMinutes(1);

    /** So long it must be quiet for a rush to be over. */
    private static final Duration LULL = Duration.ofSeconds(10);

    private final AtomicInteger underWay = new AtomicInteger();
    private final Clock clock;
    private final int processors;
    private Instant began = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    /** @param processors how many requests can be worked on at once */
    Rush(Clock clock, int processors) {
        this.clock = clock;
        this.processors = processors;
    }

    void begins() {
        underWay.incrementAndGet();
    }

    void ends() {
        underWay.decrementAndGet();
    }

    /** How many requests are under way. */
    int underWay() {
        return underWay.get();
    }

    /** Whether requests go first now. It is known from when it was asked before how long that has been so. */
    synchronized boolean goesFirst() {
        if (underWay.get() < processors) {
            return false;
        }
        Instant now = clock.instant();
        if (last.plus(LULL).isBefore(now)) {
            began = now;
        }
        last = now;
        return Duration.between(began, now).dividedBy(TURN) % 2 == 0;
    }

    /** Counts what comes over the network. */
    @WebListener
    public static class Requests implements ServletRequestListener {

        @Inject
        private Rush rush;

        @Override
        public void requestInitialized(ServletRequestEvent begun) {
            rush.begins();
        }

        @Override
        public void requestDestroyed(ServletRequestEvent ended) {
            rush.ends();
        }
    }
}
