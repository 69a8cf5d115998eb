package org.acervo.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a text, plain and not yet escaped.
 *
 * @param marked whether it is what was looked for
 */
public record Run(String text, boolean marked) {

    /** The text without the marks. */
    public static String plain(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
