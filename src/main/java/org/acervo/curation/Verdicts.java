package org.acervo.curation;

import java.util.List;
import org.acervo.catalog.PublicationId;

/**
 * What was said of pairs of publications, of each pair at most one thing. Writing happens inside
 * {@link org.acervo.catalog.Transactions#run}. Thread-safe. Every method throws
 * {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Verdicts {

    /** Those on a publication, whichever way round. */
    List<Verdict> of(PublicationId publication);

    /** The newest first, at most so many. */
    List<Verdict> newest(int limit);

    /** Keeps one in the place of what was said of the pair before. */
    void put(Verdict verdict);

    /** Forgets what was said of a pair. */
    void remove(PublicationId one, PublicationId other);

    /** Forgets all that was said of a publication. */
    void forget(PublicationId publication);
}
