package org.acervo.console.deposit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a publication, to be worked on.
 *
 * @param title of the publication
 * @param lang of the title, or nothing
 * @param changes whether the reader may change them now
 * @param proposes whether a change is made only when the publication is published again
 * @param problems why something was not done
 * @param remarks what else is to be said of what was done
 */
public record FilesView(
        String id,
        String title,
        String lang,
        String state,
        String look,
        boolean changes,
        boolean proposes,
        List<Line> files,
        List<String> problems,
        List<String> remarks,
        @Nullable Typed typed,
        List<Choice> tongues) {

    /**
     * A file.
     *
     * @param link below {@code console/publications/}
     * @param standing what becomes of it, or nothing
     * @param text what became of its text
     * @param look of that
     */
    public record Line(
            String name,
            String link,
            String type,
            String size,
            String standing,
            String text,
            String look,
            String language,
            String description,
            String position,
            String embargo) {}

    /** What was typed and refused. */
    public record Typed(String file, String language, String description, String position, String embargo) {}

    /** A language that can be chosen. */
    public record Choice(String code, String label) {}
}
