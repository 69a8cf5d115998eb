package org.acervo.publishing;

import java.time.Instant;
import java.util.List;
import org.acervo.access.Caller;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * One change of many publications.
 *
 * @param id 0 before it is kept
 * @param owner who makes it, with the rights when it was begun
 * @param total how many publications were written down
 * @param ended when all were looked at, or all were put back, or null
 */
public record BulkChange(
        long id,
        Caller owner,
        Amendment amendment,
        Status status,
        int total,
        Instant created,
        @Nullable Instant ended) {

    /** How far it has come. */
    public enum Status {
        /** Its publications are being written down. */
        FREEZING,
        /** Nothing is changed; it can be looked at and begun. */
        FROZEN,
        RUNNING,
        DONE,
        /** What it has changed is put back. */
        UNDOING,
        UNDONE
    }

    /** What became of a publication. */
    public enum Outcome {
        OPEN,
        CHANGED,
        /** There was nothing to change. */
        UNCHANGED,
        /** The rules, its state, or the rights of the owner did not allow it, or it is gone. */
        REFUSED,
        /** It is as it was before. */
        UNDONE,
        /** Somebody has changed it since, so it was left as it is. */
        KEPT
    }

    /**
     * One publication in it.
     *
     * @param version the one that the change has made; 0 where it has made none
     * @param findings the codes of the rules that refused it
     */
    public record Entry(PublicationId publication, Outcome outcome, int version, List<String> findings) {
        public Entry {
            findings = List.copyOf(findings);
        }
    }

    BulkChange as(Status next, Caller by, @Nullable Instant at) {
        return new BulkChange(id, by, amendment, next, total, created, at);
    }
}
