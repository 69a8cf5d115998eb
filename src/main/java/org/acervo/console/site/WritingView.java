package org.acervo.console.site;

import java.util.List;
import java.util.Map;

/**
 * The form for one page.
 *
 * @param path of the form, below {@code console/}
 * @param shown the address of the public page, below the root
 * @param version the one that is changed
 * @param old the older version that is shown, or nothing
 * @param texts one for each language
 * @param hasNames whether staff give the page its name
 * @param hasFeatures whether the page features others
 * @param features their paths, one a line
 * @param problems what is wrong, by the name of the field
 * @param preview whether what is shown is not kept yet
 */
public record WritingView(
        String name,
        String path,
        String shown,
        int version,
        String old,
        List<Text> texts,
        boolean hasNames,
        boolean hasFeatures,
        String features,
        Map<String, String> problems,
        boolean preview,
        List<Past> history) {

    /** What is written in one language: the name of the page, and its text with how the page shows it. */
    public record Text(String tag, String language, String name, String written, String html) {}

    /** An edition, with the way to it. */
    public record Past(int version, String line, String link, boolean current) {}
}
