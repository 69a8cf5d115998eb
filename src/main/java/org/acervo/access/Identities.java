package org.acervo.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Which person of an OpenID provider each account belongs to: at most one, and no other account. Thread-safe; changes are a
 * part of the transaction that is under way.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Identities {

    /** Whom an account belongs to, and since when. */
    record Link(Identity identity, Instant since) {}

    /** The name of the account that belongs to somebody. */
    Optional<String> account(Identity identity);

    Optional<Link> of(String account);

    /** Notes that an account belongs to somebody; false where either is linked already. */
    boolean link(String account, Identity identity, Instant since);

    /** Forgets whom an account belongs to; false where that was not known. */
    boolean unlink(String account);
}
