package org.acervo.platform;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells when so many requests are under way that work which nobody waits for lets them go first. Of a rush that lasts, the
 * first minute is theirs, the second is for the rest too, and so on by turns. A request is under way from its head to the
 * end of its answer, also while it only waits for a poor line. Thread-safe.
 */
final class Rush {

    private static final Duration TURN = Duration.ofMinutes(1);

    /** So long there must be fewer requests for a rush to be over, and for the next one to begin with their turn. */
    private static final Duration LULL = Duration.ofSeconds(10);

    /** So long the rest still waits when there are fewer, since processes would be started for the moments between. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Clock clock;
    private final int many;
    private int underWay;
    private Instant began = Instant.EPOCH;
    private Instant last = Instant.EPOCH;

    /** @param many as many requests are a rush */
    Rush(Clock clock, int many) {
        this.clock = clock;
        this.many = many;
    }

    synchronized void begins() {
        underWay++;
        if (underWay >= many) {
            Instant now = clock.instant();
            if (last.plus(LULL).isBefore(now)) {
                began = now;
            }
            last = now;
        }
    }

    synchronized void ends() {
        if (underWay >= many) {
            last = clock.instant();
        }
        underWay--;
    }

    /** How many requests are under way. */
    synchronized int underWay() {
        return underWay;
    }

    /** Whether requests go first now. */
    synchronized boolean goesFirst() {
        Instant now = clock.instant();
        if (underWay < many && last.plus(PAUSE).isBefore(now)) {
            return false;
        }
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
