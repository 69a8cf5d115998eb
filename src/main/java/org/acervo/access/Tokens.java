package org.acervo.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of all missions, ended ones too. Thread-safe; changes are a part of the transaction that is under way.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Tokens {

    void add(Token token, TokenHash hash);

    Optional<Token> find(String id);

    Optional<Token> find(TokenHash hash);

    /** All tokens, the newest first. */
    List<Token> all();

    /** Ends a token; false where there is none or it was revoked before. */
    boolean revoke(String id, Instant when);

    /** Notes when a token was used. */
    void used(String id, Instant when);
}
