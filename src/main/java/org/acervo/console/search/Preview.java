package org.acervo.console.search;

import java.util.List;
import org.acervo.search.Run;

/**
 * A hit beside the list.
 *
 * @param lang of the title, or nothing
 * @param texts the descriptions, the reader's language first
 * @param why why it stands where it stands; empty for who need not know and where nothing was typed
 * @param closeLink the search without it, a query
 */
public record Preview(
        String id,
        String title,
        String lang,
        String state,
        String look,
        List<Text> texts,
        List<Fact> facts,
        List<File> files,
        List<Why> why,
        List<Similar> similar,
        String closeLink) {

    /** A text with its language, or nothing. */
    public record Text(String text, String lang) {}

    /** What is said of one thing. */
    public record Fact(String label, String value) {}

    /**
     * A file.
     *
     * @param link below {@code console/}
     * @param passage what it says of what was looked for; may be empty
     */
    public record File(String name, String link, String note, List<Run> passage) {}

    /** A reason for its place among the hits. */
    public record Why(String text, int share) {}

    /** A publication that says much the same. */
    public record Similar(String id, String title, String lang, String note) {}
}
