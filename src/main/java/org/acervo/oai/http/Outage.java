package org.acervo.oai.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How long a client is to wait while the database is away: about as long as it has been away already. Thread-safe. */
final class Outage {

    private static final int LEAST = 5;
    private static final int MOST = 300;
    private static final long NONE = Long.MIN_VALUE;

    private final LongSupplier nanoTime;
    private final AtomicLong begin = new AtomicLong(NONE);

    /** @param nanoTime like {@link System#nanoTime} */
    Outage(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void over() {
        if (begin.get() != NONE) {
            begin.set(NONE);
        }
    }

    /** Notes a failure; gives the seconds for {@code Retry-After}. */
    int failed() {
        long now = nanoTime.getAsLong();
        long since = begin.updateAndGet(known -> known == NONE ? now : known);
        return (int) Math.max(LEAST, Math.min(MOST, TimeUnit.NANOSECONDS.toSeconds(now - since)));
    }
}
