package org.acervo.access;

/**
 * A sign-in through an OpenID provider that is under way in one browser. All that the provider and the browser must agree on
 * follows from one key, which only the browser holds. Immutable.
 *
 * @param key 256 random bits
 * @param goal the page of the console that is wanted, or nothing
 */
public record Attempt(String key, String goal) {

    /** What the answer must bring back, so that nobody can slip their own into somebody else's browser. */
    public String state() {
        return Secrets.derived(key, "state");
    }

    /** What the provider's token must contain, so that it is one for this sign-in. */
    public String nonce() {
        return Secrets.derived(key, "nonce");
    }

    /** What the one who redeems the code must know (RFC 7636 section 4.1), so that a stolen code is worth nothing. */
    public String verifier() {
        return Secrets.derived(key, "verifier");
    }

    /** Nothing that could end in a log. */
    @Override
    public String toString() {
        return "a sign-in";
    }
}
