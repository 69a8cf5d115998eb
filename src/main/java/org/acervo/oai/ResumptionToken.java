package org.acervo.oai;

import java.time.Duration;
import java.time.Instant;
import org.acervo.catalog.Selection;

/**
 * Where a list goes on (OAI-PMH 2.0 section 3.5). It holds all that is needed, so nothing is kept for it and any node
 * and any later process continues it.
 *
 * @param selection what the list is of; for ListSets everything
 * @param after the number of the last record returned; for ListSets how many sets were
 * @param cursor how many entries were returned before it
 * @param size how many entries the list had at its first answer
 * @param issued UTC, whole seconds
 * @param chain names the harvest in the log
 */
record ResumptionToken(Verb verb, Selection selection, long after, long cursor, long size, Instant issued, long chain) {

    /** Longer than the day that a token lives at least. */
    static final Duration LIFE = Duration.ofDays(2);

    /** The last moment at which it is honoured. */
    Instant expires() {
        return issued.plus(LIFE);
    }
}
