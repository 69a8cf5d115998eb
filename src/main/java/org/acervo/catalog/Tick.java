package org.acervo.catalog;

import java.time.Instant;

/**
 * A place in the order of all changes: a range of numbers that nobody else has, and the datestamp they share. Both rise
 * in commit order.
 *
 * @param first the first number of the range
 * @param datestamp UTC, whole seconds
 */
public record Tick(long first, Instant datestamp) {

    /** The number of the i-th change of the range, counted from zero. */
    public long number(int i) {
        return first + i;
    }
}
