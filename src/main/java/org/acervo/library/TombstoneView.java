package org.acervo.library;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a withdrawn publication.
 *
 * @param on the day of its withdrawal
 * @param replacedBy what to read instead, or null
 */
public record TombstoneView(
        Value title, String on, Passage reason, @Nullable Value replacedBy, String oaiIdentifier) {}
