package org.acervo.catalog;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a publication.
 *
 * @param version the version that the step made
 * @param onBehalfOf the mission that the actor acted for, or null
 * @param reason why, or null where none is asked for
 * @param fieldReasons why, by JSON Pointer, for a return
 * @param before the text as it was before the step, or null where the step did not change it
 */
public record Event(
        PublicationId publication,
        int version,
        Action action,
        Instant at,
        String actor,
        @Nullable String onBehalfOf,
        @Nullable String reason,
        Map<String, String> fieldReasons,
        @Nullable DublinCore before) {

    /** What was done. */
    public enum Action {
        CREATED,
        SAVED,
        REVISED,
        SUBMITTED,
        RETURNED,
        PUBLISHED,
        WITHDRAWN,
        REINSTATED,
        ERASED,
        IMPORTED,
        /** The revision beside the public text was given up. */
        GIVEN_UP,
        /** One that was never public was deleted; witnesses see it, its history is gone with it. */
        DELETED;

        /** The code used in documents. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Event {
        fieldReasons = Map.copyOf(fieldReasons);
    }
}
