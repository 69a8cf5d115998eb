package org.acervo.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records a list is of.
 *
 * @param prefix the metadata format, or {@link Dissemination#HEADER}
 * @param set null for all
 * @param from the first datestamp, inclusive, or null
 * @param until the last datestamp, inclusive to its second, or null
 */
public record Selection(
        String prefix,
        @Nullable SetSpec set,
        @Nullable Instant from,
        @Nullable Instant until) {}
