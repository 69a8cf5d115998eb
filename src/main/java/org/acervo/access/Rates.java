package org.acervo.access;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much each caller may ask of this node: a bucket that holds some requests and fills again at a steady rate.
 * Thread-safe.
 */
public final class Rates {

    private static final int MOST_KEYS = 20_000;
    private static final double SECOND = 1e9;

    /** @param served whether the last request was granted, and so taken out */
    private record Bucket(double left, boolean served, long filled) {}

    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;

    /**
     * @param perSecond how fast a bucket fills, in requests
     * @param burst how much it holds, at least one
     * @param nanos a clock that only runs forward
     */
    public Rates(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Takes one request from the bucket of a key; gives zero, or where it is empty how long to wait. */
    public Duration take(String key) {
        long now = nanos.getAsLong();
        if (buckets.size() >= MOST_KEYS) {
            buckets.values().removeIf(each -> filled(each, now) >= burst);
        }
        Bucket after = buckets.compute(key, (same, before) -> taken(before, now));
        return after.served() ? Duration.ZERO : Duration.ofNanos((long) ((1 - after.left()) / perSecond * SECOND) + 1);
    }

    /** What is asked in vain leaves the bucket as it is, so that insisting does not prolong the wait. */
    private Bucket taken(@Nullable Bucket before, long now) {
        double there = before == null ? burst : filled(before, now);
        return there >= 1 ? new Bucket(there - 1, true, now) : new Bucket(there, false, now);
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(burst, bucket.left() + (now - bucket.filled()) / SECOND * perSecond);
    }
}
