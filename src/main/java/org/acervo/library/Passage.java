package org.acervo.library;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of some length.
 *
 * @param lang its language as a BCP 47 tag, or null where none is known
 * @param language the name of that language in that of the page, or null where it need not be said
 * @param paragraphs each with its line breaks
 */
public record Passage(@Nullable String lang, @Nullable String language, List<String> paragraphs) {

    public Passage {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Cuts a text at its blank lines. */
    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\R[\\h]*(?:\\R[\\h]*)+"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
