package org.acervo.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.PublicationId;
import org.acervo.publishing.BulkChange.Entry;
import org.acervo.publishing.BulkChange.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The changes of many publications. Writing happens inside {@link org.acervo.catalog.Transactions#run}. Thread-safe. Every
 * method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface BulkChanges {

    /** Keeps a new one and gives its id. */
    long add(BulkChange change);

    /** Writes down some of its publications, each once, open. */
    void freeze(long id, List<PublicationId> publications);

    Optional<BulkChange> find(long id);

    /** Those of an owner, or of all where that is empty, the newest first, at most so many. */
    List<BulkChange> list(String owner, int limit);

    /** Locks one until the end of the transaction. */
    Optional<BulkChange> lock(long id);

    /** Keeps its owner, status and end; how many publications it has is counted. Nobody has taken it any more. */
    void keep(BulkChange change);

    /**
     * Takes the oldest that is running or being undone and that nobody else has taken.
     *
     * @param now whoever had taken one until then has failed
     */
    Optional<BulkChange> claim(Instant now, Instant until);

    /** Publications of an outcome above an id, in rising order, at most so many; of every outcome where that is null. */
    List<Entry> entries(long id, @Nullable Outcome outcome, long afterPublication, int limit);

    /** What became of a publication. */
    void note(long id, Entry entry);

    /** How many publications there are of each outcome that any has. */
    Map<Outcome, Long> counts(long id);
}
