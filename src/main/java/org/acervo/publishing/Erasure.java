package org.acervo.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * That a publication is to be erased, or was.
 *
 * @param askedBy the administrator who asked
 * @param reason why, until it is decided; it may say what must not be said
 * @param decidedBy the administrator who confirmed or declined, or null
 * @param done when the last trace was gone, or null
 * @param key what the publication's key is known by, once it was erased; null where it had none
 */
public record Erasure(
        PublicationId publication,
        Status status,
        String askedBy,
        Instant asked,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decided,
        @Nullable Instant done,
        @Nullable String key) {

    /** How long a second administrator has. */
    public static final Duration PATIENCE = Duration.ofDays(14);

    /** How far it has come. */
    public enum Status {
        ASKED,
        DECLINED,
        /** Nobody has decided in time; never kept. */
        EXPIRED,
        /** Nothing of it is shown any more; its traces on disk wait to be wiped. */
        CONFIRMED,
        /** Its traces on disk are being wiped. */
        PURGING,
        DONE;

        /** The code used in documents. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the publication was erased. */
        public boolean isErased() {
            return this == CONFIRMED || this == PURGING || this == DONE;
        }
    }

    static Erasure asked(PublicationId publication, String by, Instant at, String reason) {
        return new Erasure(publication, Status.ASKED, by, at, reason, null, null, null, null);
    }

    /** The same as it stands at a time. */
    Erasure at(Instant now) {
        return status == Status.ASKED && now.isAfter(asked.plus(PATIENCE)) ? with(Status.EXPIRED) : this;
    }

    Erasure decided(Status next, String by, Instant at, @Nullable String hash) {
        return new Erasure(publication, next, askedBy, asked, null, by, at, null, hash);
    }

    Erasure finished(Instant at) {
        return new Erasure(publication, Status.DONE, askedBy, asked, null, decidedBy, decided, at, key);
    }

    /** The same while its traces are being wiped. */
    Erasure purging() {
        return with(Status.PURGING);
    }

    private Erasure with(Status other) {
        return new Erasure(publication, other, askedBy, asked, reason, decidedBy, decided, done, key);
    }
}
