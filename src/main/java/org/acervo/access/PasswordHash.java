package org.acervo.access;

/**
 * What is kept of a password.
 *
 * @param encoded algorithm, parameters, salt and hash in one text
 */
public record PasswordHash(String encoded) {

    /** Nothing that could end in a log. */
    @Override
    public String toString() {
        return "PasswordHash";
    }
}
