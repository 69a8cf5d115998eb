package org.acervo.catalog;

import java.util.function.Supplier;

/** The boundary of a change: all that the work does through the two ports is kept, or nothing is. Thread-safe. */
public interface Transactions {

    /**
     * Runs the work in a transaction and commits it. Work that loses a deadlock or asks for {@link Again} is rolled back
     * and run again, so it must not act on anything but the ports. Within a transaction that is under way the work is a part
     * of that one: it is kept or lost, and run again, with it.
     *
     * @throws StorageUnavailable where the database cannot be reached, or too many others are at work for this to come to an end
     */
    <T> T run(Supplier<T> work);

    /**
     * Runs the work exactly as {@link #run} does and keeps nothing of it: a dry run.
     *
     * @throws IllegalStateException within a transaction, which would be lost with it
     * @throws StorageUnavailable as for {@link #run}
     */
    <T> T attempt(Supplier<T> work);

    /** Thrown by work that has seen that it must start afresh, because what it had read has changed. */
    final class Again extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Again(String why) {
            super(why, null, false, false);
        }
    }
}
