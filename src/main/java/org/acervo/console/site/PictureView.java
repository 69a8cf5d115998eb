package org.acervo.console.site;

import java.util.List;
import java.util.Map;

/**
 * The form for the picture of a publication.
 *
 * @param choices the names of its files that can be shown
 * @param shown the address of its picture below the root, or nothing
 * @param alts of each language its tag and name, and what the picture shows
 * @param problem what is wrong, or nothing
 */
public record PictureView(
        String id,
        String title,
        List<String> choices,
        String shown,
        List<Map<String, String>> alts,
        String credit,
        String problem) {}
