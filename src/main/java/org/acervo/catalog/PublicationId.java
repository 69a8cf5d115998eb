package org.acervo.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The repository's own identifier of a publication: opaque, never reused, the local part of the OAI identifier and of
 * the landing page's address.
 *
 * @param value positive
 */
public record PublicationId(long value) implements Comparable<PublicationId> {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    public PublicationId {
        if (value <= 0) {
            throw new IllegalArgumentException("A publication id is positive: " + value);
        }
    }

    /** Reads the decimal form without sign or leading zeros; anything else is empty. */
    public static Optional<PublicationId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PublicationId(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public int compareTo(PublicationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
