package org.acervo.access;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever fails again and again: some failures are free, after each further one the wait doubles, up to a
 * quarter of an hour. Nobody is made to hang on the line; who comes too early is told when to come back. Thread-safe.
 */
final class Throttle {

    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofMinutes(15).toNanos();
    private static final long FORGIVEN = Duration.ofHours(1).toNanos();
    private static final int MOST_DOUBLINGS = 30;
    private static final int MOST_KEYS = 50_000;

    /** @param open when the next attempt is heard */
    private record Failures(int count, long last, long open) {}

    private final ConcurrentHashMap<String, Failures> failures = new ConcurrentHashMap<>();
    private final int free;
    private final LongSupplier nanos;

    /**
     * @param free how many failures cost nothing
     * @param nanos a clock that only runs forward
     */
    Throttle(int free, LongSupplier nanos) {
        this.free = free;
        this.nanos = nanos;
    }

    /** How long a key has to wait until it is heard; zero where it is heard now. */
    Duration wait(String key) {
        Failures known = failures.get(key);
        return known == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, known.open() - nanos.getAsLong()));
    }

    /** Counts a failure; true where it is the first one that costs a wait. */
    boolean failed(String key) {
        long now = nanos.getAsLong();
        if (failures.size() >= MOST_KEYS) {
            failures.values().removeIf(each -> now - each.last() > LONGEST_WAIT);
        }
        if (failures.size() >= MOST_KEYS) {
            failures.clear(); // who commands so many addresses is not held by this
        }
        Failures after = failures.compute(key, (same, before) -> next(before, now));
        return after.count() == free + 1;
    }

    private Failures next(@Nullable Failures before, long now) {
        int count = before == null || now - before.last() > FORGIVEN ? 1 : before.count() + 1;
        int doublings = Math.min(count - free - 1, MOST_DOUBLINGS);
        long wait = doublings < 0 ? 0 : Math.min(FIRST_WAIT << doublings, LONGEST_WAIT);
        return new Failures(count, now, now + wait);
    }
}
