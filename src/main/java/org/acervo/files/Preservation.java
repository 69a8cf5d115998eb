package org.acervo.files;

import java.time.Instant;
import java.util.Map;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * Something that is still to be done in OCFL: a state of an object to be written as a version, or its end.
 *
 * @param number its place in the order of all changes
 * @param actor who made the change
 * @param reason what it was, in a word
 * @param files the SHA-256 of each kept file, by name; for the end, of all content that may be dropped
 * @param document a copy of the metadata of a published version; null where nothing was published
 * @param purge whether the object ends
 */
public record Preservation(
        long number,
        PublicationId publication,
        Instant at,
        String actor,
        String reason,
        Map<String, String> files,
        @Nullable String document,
        boolean purge) {

    public Preservation {
        files = Map.copyOf(files);
    }
}
