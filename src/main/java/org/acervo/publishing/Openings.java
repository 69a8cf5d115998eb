package org.acervo.publishing;

import java.util.List;
import org.acervo.catalog.PublicationId;

/**
 * Tells the world of files whose embargo has ended. The files open by themselves when their day begins; here their records
 * follow. What was told is kept with each file, so nothing is missed however long the server was away. Thread-safe.
 */
public class Openings {

    private static final int BLOCK = 100;

    private final Holdings holdings;
    private final BesideChanges changes;

    Openings(Holdings holdings, BesideChanges changes) {
        this.holdings = holdings;
        this.changes = changes;
    }

    /** Renders the records of all files that have opened; gives how many of them tell something new. */
    public int run() {
        int moved = 0;
        List<PublicationId> opening = holdings.opening(0, BLOCK);
        while (!opening.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (PublicationId each : opening) {
                moved += changes.retell(each) ? 1 : 0;
            }
            opening = holdings.opening(opening.get(opening.size() - 1).value(), BLOCK);
        }
        return moved;
    }
}
