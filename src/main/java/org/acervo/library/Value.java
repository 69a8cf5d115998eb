package org.acervo.library;

import org.jspecify.annotations.Nullable;

/**
 * A text on a page.
 *
 * @param lang its language as a BCP 47 tag, or null where it is in the language of the page
 * @param link where it leads, or null
 * @param note what else is said of it, in the language of the page, or null
 */
public record Value(
        String text,
        @Nullable String lang,
        @Nullable String link,
        @Nullable String note) {

    static Value of(String text) {
        return new Value(text, null, null, null);
    }

    static Value linked(String text, @Nullable String link) {
        return new Value(text, null, link, null);
    }
}
