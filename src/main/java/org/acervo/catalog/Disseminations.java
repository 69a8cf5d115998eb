package org.acervo.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the world has been told: one record per public publication, tombstones included, in the order of the changes.
 * {@link #tick}, {@link #put} and {@link #supplement} happen inside {@link Transactions#run}; everything else may happen
 * outside. Thread-safe. Every method throws {@link StorageUnavailable} where the database does not answer.
 */
public interface Disseminations {

    /**
     * The datestamp up to which every committed change is visible: whoever reads lists after this call, and asks next time
     * from this datestamp on, misses nothing. It is at most about a second old unless a writer is at work.
     */
    Instant now();

    /** Takes numbers for changes; the last thing before commit, since no other change can be committed until then. */
    Tick tick(int numbers);

    /**
     * The records of a selection with a number above the given, in rising order, at most so many.
     *
     * @param afterNumber 0 for the first
     * @param coding how they will be sent; sending them otherwise costs more
     */
    List<DisseminatedRecord> select(Selection selection, long afterNumber, int limit, Payload.Coding coding);

    /** How many records a selection has. */
    long count(Selection selection);

    /** One record in one format; empty where the publication is not public or has no such format. */
    Optional<DisseminatedRecord> find(PublicationId id, String prefix);

    /** The formats of a record, tombstones included; empty where the publication is not public. */
    Set<String> prefixes(PublicationId id);

    /** A lower bound of all datestamps, in constant time; empty where there is no record. */
    Optional<Instant> earliest();

    /** The sets that were ever minted, in the order in which they were. */
    List<SetSpec> sets();

    /** Makes sure that sets are listed, now and for ever, whatever becomes of the current transaction. */
    void mint(Collection<SetSpec> sets);

    /** What is kept of those publications that are public. */
    Map<PublicationId, Dissemination> current(Collection<PublicationId> ids);

    /**
     * Keeps disseminations under new numbers, the i-th of the tick for the i-th, and remembers the sets each has left.
     *
     * @param tick is asked once, as late as can be, also where there is nothing to keep
     * @return the tick
     */
    Tick put(List<Dissemination> disseminations, Supplier<Tick> tick);

    /** Keeps what does not tell more than is known: payloads of new formats and the fingerprint. Moves no datestamp. */
    void supplement(Dissemination dissemination);

    /** Publications with another fingerprint than this and an id above the given, in rising order. */
    List<PublicationId> stale(long fingerprint, long afterId, int limit);

    /** How many records there are: live ones under {@code false}, tombstones under {@code true}. */
    Map<Boolean, Long> counts();
}
