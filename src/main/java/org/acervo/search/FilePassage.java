package org.acervo.search;

import java.util.List;

/**
 * A passage of the text of a file with what was looked for.
 *
 * @param file its name
 */
public record FilePassage(String file, List<Run> passage) {
    public FilePassage {
        passage = List.copyOf(passage);
    }
}
