package org.acervo.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A relation that a publication states in its current public text.
 *
 * @param target what the document says: a sourceId, an id or a URL
 * @param resolved the publication that the target names, or null while there is none
 */
public record Relation(
        PublicationId source,
        RelationType type,
        String target,
        @Nullable PublicationId resolved) {}
