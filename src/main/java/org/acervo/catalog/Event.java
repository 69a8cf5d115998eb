package org.acervo.catalog;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a publication.
 *
 * @param version the version that the step made, or beside which it was made
 * @param onBehalfOf the mission that the actor acted for, or null
 * @param reason why, or null where none is asked for
 * @param fieldReasons why, by JSON Pointer, for a return
 * @param before the text as it was before the step, or null where the step did not change it
 * @param file what a step beside a version was done to, or null for one that made a version
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
        @Nullable DublinCore before,
        @Nullable OfFile file) {

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
        /** What was submitted is worked on again. */
        TAKEN_BACK,
        FILE_ADDED,
        /** Another content has come under the name. */
        FILE_REPLACED,
        /** Something else is said of it. */
        FILE_DESCRIBED,
        FILE_REMOVED,
        /** One that was never public was deleted; witnesses see it, its history is gone with it. */
        DELETED;

        /** The code used in documents. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The file of a step.
     *
     * @param place its place among the steps beside the same version, from 1; 0 before it is kept
     * @param name null where the publication was erased
     */
    public record OfFile(int place, @Nullable String name) {}

    public Event {
        fieldReasons = Map.copyOf(fieldReasons);
    }

    /** A step that makes a version. */
    public Event(
            PublicationId publication,
            int version,
            Action action,
            Instant at,
            String actor,
            @Nullable String onBehalfOf,
            @Nullable String reason,
            Map<String, String> fieldReasons,
            @Nullable DublinCore before) {
        this(publication, version, action, at, actor, onBehalfOf, reason, fieldReasons, before, null);
    }

    /** A step of a file of a publication as it is. */
    public static Event ofFile(Publication publication, Action action, Instant at, Actor actor, String name) {
        return new Event(
                publication.id(),
                publication.version(),
                action,
                at,
                actor.name(),
                actor.onBehalfOf(),
                null,
                Map.of(),
                null,
                new OfFile(0, name));
    }

    /** Its place among the steps beside its version; 0 for the one that made it. */
    public int place() {
        return file == null ? 0 : file.place();
    }
}
