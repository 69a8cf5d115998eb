package org.acervo.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of a publication. Files are outside the record's version, so that several can be uploaded at once.
 *
 * @param name unique among the files that stand for the same, and the last part of its public address
 * @param mediaType found by inspection, without parameters
 * @param size in bytes, above 0
 * @param sha256 of the content, in lower-case hexadecimal
 * @param language BCP 47, or null where it is that of the publication
 * @param description in the language of the file, or null
 * @param position the order among the files, from 1
 * @param embargo the day at whose beginning, 00:00 UTC, it opens; null where it is open from the start
 * @param standing what it is to the text that the public sees
 * @param added when its content came
 */
public record PublicationFile(
        PublicationId publication,
        String name,
        String mediaType,
        long size,
        String sha256,
        @Nullable String language,
        @Nullable String description,
        int position,
        @Nullable LocalDate embargo,
        Standing standing,
        Instant added) {

    /** Whether a file belongs to the publication, or would if what is worked on became public. */
    public enum Standing {
        /** Belongs to the publication; public with it. */
        KEPT,
        /** Comes, in the place of the kept one of that name where there is one, when the revision is published. */
        PROPOSED,
        /** The kept one of that name goes when the revision is published. */
        LEAVING;

        /** The code used in documents. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the public may have it on a day, UTC, as far as its embargo says. */
    public boolean isOpen(LocalDate today) {
        return embargo == null || !embargo.isAfter(today);
    }
}
