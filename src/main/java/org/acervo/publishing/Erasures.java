package org.acervo.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acervo.catalog.PublicationId;

/**
 * Which publications are to be erased, and which were. {@link #lock}, {@link #keep} and {@link #claim} happen inside
 * {@link org.acervo.catalog.Transactions#run}. Thread-safe. Every method throws
 * {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Erasures {

    Optional<Erasure> find(PublicationId publication);

    /** The same, and nobody else can decide on it until the end of the transaction. */
    Optional<Erasure> lock(PublicationId publication);

    /** Keeps it in the place of the one of that publication; it is not claimed then. */
    void keep(Erasure erasure);

    /** Those that were asked for last, the last first, at most so many. */
    List<Erasure> latest(int most);

    /** Takes those whose traces are to be wiped, so that nobody else does until then. */
    List<Erasure> claim(Instant now, Instant until);

    /** What the keys of erased publications are known by. */
    Set<String> keys();
}
