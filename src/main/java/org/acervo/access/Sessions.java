package org.acervo.access;

import java.time.Instant;
import java.util.Optional;

/**
 * The sessions of the console, known by the hash of the key that the browser holds. Thread-safe; changes are a part of the
 * transaction that is under way.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Sessions {

    void add(TokenHash key, Session session);

    Optional<Session> find(TokenHash key);

    /** Notes when a session was last used. */
    void seen(TokenHash key, Instant when);

    /** Ends a session; false where there is none. */
    boolean end(TokenHash key);

    /** Ends all sessions of an account. */
    void endAll(String account);

    /** Forgets those that began before a time, or were last used before another. */
    void forget(Instant begunBefore, Instant seenBefore);
}
