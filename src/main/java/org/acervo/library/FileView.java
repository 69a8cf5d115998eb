package org.acervo.library;

import org.jspecify.annotations.Nullable;

/**
 * A file as the page of its publication shows it.
 *
 * @param link where it is read, or null where the public may not have it
 * @param facts what kind of file it is, its size and its language
 * @param lang the language of its description as a BCP 47 tag, or null
 * @param closed why it cannot be had, or null
 */
public record FileView(
        String name,
        @Nullable String link,
        String facts,
        @Nullable String description,
        @Nullable String lang,
        @Nullable String closed) {}
