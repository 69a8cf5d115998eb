package org.acervo.access;

/**
 * Somebody who is signed in and asks for a page of the console. Immutable.
 *
 * @param account as it is now
 * @param caller what they may do
 * @param key that of the session, which only the browser holds
 */
public record Visit(Account account, Caller caller, String key) {

    /** What every form of this session carries, and no other site can know. */
    public String token() {
        return Secrets.derived(key, "form");
    }

    /** Nothing that could end in a log. */
    @Override
    public String toString() {
        return account.name();
    }
}
