package org.acervo.deposit.bulk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that a row names.
 *
 * @param cell where it is named
 * @param given the name, or the path within the archive
 */
record FileWish(
        String cell,
        String given,
        @Nullable String language,
        @Nullable String description,
        @Nullable LocalDate embargo) {}
