package org.acervo.deposit.bulk;

import java.util.concurrent.ConcurrentHashMap;

/** Counts the runs of a job that break off, so that none is tried for ever where no row comes of it. Thread-safe. */
final class Tries {

    private static final int MOST = 5;

    private record Broken(int settled, int times) {}

    private final ConcurrentHashMap<String, Broken> broken = new ConcurrentHashMap<>();

    /** Notes that a run has broken off with so many rows settled; tells whether another one is worthwhile. */
    boolean hasMore(String id, int settled) {
        Broken now = broken.merge(
                id,
                new Broken(settled, 1),
                (old, first) -> old.settled() == settled ? new Broken(settled, old.times() + 1) : first);
        if (now.times() < MOST) {
            return true;
        }
        broken.remove(id);
        return false;
    }
}
