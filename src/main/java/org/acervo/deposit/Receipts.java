package org.acervo.deposit;

import java.time.Instant;
import java.util.Optional;
import org.acervo.catalog.PublicationId;

/**
 * What was answered to requests that carried an {@code Idempotency-Key}. Everything here happens inside
 * {@link org.acervo.catalog.Transactions#run}. Thread-safe.
 */
public interface Receipts {

    /** A key is the caller's own: others may use the same. */
    record Key(String caller, String key) {}

    /**
     * An answer that was given.
     *
     * @param request a digest of the request
     */
    record Receipt(String request, Reply reply) {}

    /**
     * Claims a key for the request that is being carried out. Where another transaction has claimed it, waits for the end of
     * that one.
     *
     * @return what was answered to the request that had the key before; empty where it is claimed now
     */
    Optional<Receipt> claim(Key key, String request, Instant at);

    /** Keeps the answer to the request that has claimed the key. */
    void keep(Key key, Reply answer);

    /** Forgets all answers about a publication, so that nothing of an erased one is left. */
    void forget(PublicationId publication);

    /** Forgets answers to requests before a time, some of them at least; says how many. */
    int sweep(Instant before);
}
