package org.acervo.files;

import org.jspecify.annotations.Nullable;

/**
 * What a content says of itself, guessed, for a person to look at before it goes into a record.
 *
 * @param title at most 500 characters, or null
 * @param date when it was made, year and month, or null
 * @param language the code of one of the four languages of the interface, or null where it is in none of them
 * @param pages above 0, or null
 */
public record Proposal(
        @Nullable String title,
        @Nullable String date,
        @Nullable String language,
        @Nullable Integer pages) {

    /** Nothing. */
    public static final Proposal NONE = new Proposal(null, null, null, null);
}
