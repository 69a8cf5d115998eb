package org.acervo.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication as missions and staff work on it. Immutable: a change is a new value with the same id.
 *
 * @param version rises with every change of the document or the state; the strong ETag of the record
 * @param metadata the text that the public sees, or will see: for a draft the draft, for a published one the published
 * @param revision the text that is worked on beside a published one, or null
 * @param withdrawal why it is gone, or null; present exactly in state WITHDRAWN
 * @param importMark what the last import of it brought, or null
 * @param published when it first became public, or null
 */
public record Publication(
        PublicationId id,
        int version,
        State state,
        DublinCore metadata,
        @Nullable Revision revision,
        @Nullable Withdrawal withdrawal,
        @Nullable ImportMark importMark,
        Instant created,
        Instant modified,
        @Nullable Instant published) {

    /**
     * A changed text of a published publication, with a state of its own; the public sees the old text until it is
     * published.
     *
     * @param state DRAFT, SUBMITTED or RETURNED
     */
    public record Revision(State state, DublinCore metadata) {
        public Revision {
            if (state.isPublic()) {
                throw new IllegalArgumentException("A revision is never " + state);
            }
        }
    }

    /**
     * @param reason why; empty where the publication was erased, of which nobody shall read why
     * @param replacedBy a sourceId, an id or a URL, or null
     */
    public record Withdrawal(
            String reason, Instant at, @Nullable String replacedBy) {

        /** That of a publication of which nothing but a tombstone is left. */
        public static Withdrawal erased(Instant at) {
            return new Withdrawal("", at, null);
        }

        public boolean isErased() {
            return reason.isEmpty();
        }

        /**
         * What is told to who asks for more than the tombstone.
         *
         * @param instead an address or an id of what took its place, or null
         */
        public Refused refusal(@Nullable String instead) {
            return new Refused(Finding.of(Rule.WITHDRAWN, "", reason, instead == null ? List.of() : List.of(instead)));
        }
    }

    /**
     * @param digest SHA-256 of the last imported form, in hexadecimal
     * @param version the version that the import made, so that a later edit shows
     */
    public record ImportMark(String digest, int version) {}

    /** Whether nothing but a tombstone is left of it, for ever. */
    public boolean isErased() {
        return withdrawal != null && withdrawal.isErased();
    }

    /** The text that is being worked on: the revision's where there is one. */
    public DublinCore working() {
        return revision == null ? metadata : revision.metadata();
    }

    /** The state of the text that is being worked on. */
    public State workingState() {
        return revision == null ? state : revision.state();
    }

    /** The next version in another state and with another public text; a revision is gone. */
    public Publication become(State next, DublinCore text, @Nullable Withdrawal why, Instant at) {
        Instant since = published == null && next.isPublic() ? at : published;
        return new Publication(id, version + 1, next, text, null, why, importMark, created, at, since);
    }

    /** The next version with another revision; the public text stays. */
    public Publication revise(@Nullable Revision next, Instant at) {
        return new Publication(id, version + 1, state, metadata, next, withdrawal, importMark, created, at, published);
    }

    /** The same, remembered as what an import brought. */
    public Publication imported(String digest) {
        return new Publication(
                id,
                version,
                state,
                metadata,
                revision,
                withdrawal,
                new ImportMark(digest, version),
                created,
                modified,
                published);
    }
}
