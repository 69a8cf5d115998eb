package org.acervo.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.acervo.catalog.Publications;

/**
 * Tells when so much is written at once, by an import or by rendering everything again, that the index had better wait for the
 * end of it: to follow meanwhile takes a third of the machine from the writer, and makes small pieces that are merged again
 * and again. Used by one thread.
 */
public final class Flood {

    /** Changes a second; more than people and their sheets ever make. */
    private static final long FAST = 400;

    /** So long changes are put off at most: what has been withdrawn, too, is found until then. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Publications publications;
    private final Clock clock;
    private long newest = Long.MAX_VALUE;
    private Instant seen = Instant.MAX;
    private Instant began = Instant.EPOCH;

    public Flood(Publications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * How many changes wait after a number, where they are to wait; otherwise 0. To be asked again and again: it is known by
     * how much has changed since it was asked last.
     */
    long height(long after) {
        long now = publications.since(Long.MAX_VALUE, 1).newest();
        Instant time = clock.instant();
        long changes = now - newest;
        long millis = seen.isBefore(time) ? Duration.between(seen, time).toMillis() : 0;
        newest = now;
        seen = time;
        boolean rises = millis > 0 && changes * 1_000 > FAST * millis;
        if (!rises || began.plus(LONGEST).isBefore(time)) {
            began = time;
            return 0;
        }
        return Math.max(0, now - after);
    }
}
