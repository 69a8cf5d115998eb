package org.acervo.access;

import java.time.Duration;
import java.time.Instant;

/**
 * That somebody is signed in to the console with one browser. Immutable.
 *
 * @param account the name of the account
 * @param begun when they signed in
 * @param seen when they last asked for something, to the minute or so
 * @param federated whether they signed in through an OpenID provider
 */
public record Session(String account, Instant begun, Instant seen, boolean federated) {

    /** How long nothing may be asked for. */
    static final Duration IDLE = Duration.ofHours(4);

    /** How long it lasts at most. */
    static final Duration LONGEST = Duration.ofHours(16);

    /** Whether it is over. */
    boolean hasEnded(Instant now) {
        return now.isAfter(begun.plus(LONGEST)) || now.isAfter(seen.plus(IDLE));
    }
}
