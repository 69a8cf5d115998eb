package org.acervo.search;

import java.util.List;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/**
 * A publication that was found, as the index has it.
 *
 * @param workingState that of the revision where the text of one was searched, otherwise the state itself
 * @param titleLang BCP 47, or null where none is known
 * @param title the title in the language of the one who looks, or the first one; cut where it is very long
 * @param snippet a passage with what was looked for, or the beginning of the description; may be empty
 * @param date as the publication states it, such as {@code 2021-02} or {@code unknown}, or null
 * @param mission a code, or null where a draft has none
 * @param type a code, or null where a draft has none
 * @param languages BCP 47 tags
 * @param files how many files it has for the one who looks
 */
public record Hit(
        PublicationId id,
        State state,
        State workingState,
        @Nullable String titleLang,
        List<Run> title,
        @Nullable String snippetLang,
        List<Run> snippet,
        @Nullable String date,
        @Nullable String mission,
        @Nullable String type,
        List<String> languages,
        int files) {
    public Hit {
        title = List.copyOf(title);
        snippet = List.copyOf(snippet);
        languages = List.copyOf(languages);
    }
}
