package org.acervo.oai.http;

import java.util.concurrent.atomic.AtomicInteger;

/** How long a client is to wait while the database is away: longer with every failure since it last answered. Thread-safe. */
final class Outage {

    private static final int FIRST_WAIT = 5;
    private static final int LONGEST_WAIT = 300;
    private static final int DOUBLINGS = 6;

    private final AtomicInteger failures = new AtomicInteger();

    void over() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /** Notes a failure; gives the seconds for {@code Retry-After}. */
    int failed() {
        int before = failures.getAndUpdate(count -> Math.min(count + 1, DOUBLINGS));
        return Math.min(FIRST_WAIT << before, LONGEST_WAIT);
    }
}
