package org.acervo.access;

import java.time.Instant;
import java.util.Optional;

/**
 * The sign-ins under way through an OpenID provider, known by the hash of the key that the browser holds. Thread-safe;
 * changes are a part of the transaction that is under way.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Attempts {

    /** @param goal the page that is wanted */
    void add(TokenHash key, String goal, Instant begun);

    /** Takes one out, so that nobody finds it a second time, and gives its goal; empty where it began before a time. */
    Optional<String> take(TokenHash key, Instant notBefore);

    void forget(Instant begunBefore);
}
