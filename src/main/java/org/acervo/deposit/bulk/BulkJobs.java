package org.acervo.deposit.bulk;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * The jobs and what became of their rows. {@link #claim} and {@link #settle} happen inside the
 * {@link org.acervo.catalog.Transactions#run} that deposits the row, and are kept or lost with it; all else is a
 * transaction of its own. Thread-safe. Every method throws {@link org.acervo.catalog.StorageUnavailable} where the
 * database does not answer.
 */
public interface BulkJobs {

    /** Keeps a new job; false where its owner has one with the same key. */
    boolean add(BulkJob job);

    /** The job of an id. */
    Optional<BulkJob> find(String id);

    /** The job that its owner gave a key. */
    Optional<BulkJob> find(String owner, String key);

    /** The jobs of an owner, the newest first, at most so many. */
    List<BulkJob> of(String owner, int limit);

    /** The jobs that are not at an end, the oldest first. */
    List<BulkJob> unfinished();

    /** Notes that the first row is taken up; nothing where that was noted before or the job is at an end. */
    void begin(String id, Instant at);

    /** Brings a job to an end, with what is to be said of the whole; false where it is at one. */
    boolean end(String id, BulkJob.State state, Instant at, List<SheetFinding> findings);

    /** The rows that are settled. */
    BitSet settled(String id);

    /**
     * Takes a row for the transaction that is under way; waits for another one that has taken it.
     *
     * @return false where the row is settled, or the job at an end
     */
    boolean claim(String id, int row);

    /** Keeps what became of a row that was claimed. */
    void settle(String id, Outcome outcome);

    /** What became of rows after one, in order, at most so many. */
    List<Outcome> outcomes(String id, int afterRow, int limit);

    /** How many rows came to what. */
    Map<Outcome.Result, Integer> tally(String id);

    /** The jobs that came to an end before a time, at most so many. */
    List<String> endedBefore(Instant time, int limit);

    /**
     * The jobs that may hold something of a publication: those with a row that came to be, or to change, it, and all of
     * owners who may deposit for its mission. Of a row that was only tried or that was refused nothing tells what it meant.
     */
    List<String> about(PublicationId publication, @Nullable String mission);

    /** Forgets a job with its rows. */
    void remove(String id);
}
