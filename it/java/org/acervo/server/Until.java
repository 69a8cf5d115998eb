package org.acervo.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for what happens soon. */
public final class Until {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Until() {}

    /** Returns as soon as the condition holds; an assertion error where it does not in time. A failure counts as no. */
    public static void holds(String what, Duration patience, Callable<Boolean> condition) {
        long begin = System.nanoTime();
        Throwable last = null;
        while (System.nanoTime() - begin < patience.toNanos()) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception | AssertionError notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what, last);
    }
}
