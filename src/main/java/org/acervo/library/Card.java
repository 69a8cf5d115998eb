package org.acervo.library;

import java.util.ArrayList;
import java.util.List;
import org.acervo.search.Run;
import org.jspecify.annotations.Nullable;

/**
 * A publication in a list.
 *
 * @param link the way to its page
 * @param lang the language of the title as a BCP 47 tag, or null
 * @param line what is said of it in a line
 * @param summary the beginning of its description or of its text, or the passage that was looked for; may be empty
 * @param languages each by its tag, with its name as the note
 * @param cover its picture, or null where there is none
 */
public record Card(
        String link,
        @Nullable String lang,
        List<Run> title,
        List<Value> line,
        @Nullable String summaryLang,
        List<Run> summary,
        List<Value> themes,
        List<Value> languages,
        @Nullable CoverView cover) {

    /** The same with something said before all else in its line. */
    Card saying(Value first) {
        List<Value> more = new ArrayList<>(line);
        more.add(0, first);
        return new Card(link, lang, title, more, summaryLang, summary, themes, languages, cover);
    }
}
