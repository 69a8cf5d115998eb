package org.acervo.curation;

import java.time.Instant;
import java.util.Locale;
import org.acervo.catalog.PublicationId;

/**
 * What a curator has said of two publications that looked like the same.
 *
 * @param publication of which it is said
 * @param other to which it stands so
 */
public record Verdict(PublicationId publication, PublicationId other, Outcome outcome, String actor, Instant at) {

    /** How two publications stand to each other. */
    public enum Outcome {
        /** They have nothing to do with each other. */
        DIFFERENT,
        /** The one is a translation of the other. */
        TRANSLATION,
        /** The one is a new version of the other. */
        NEW_VERSION,
        /** The one was given up for the other. */
        MERGED;

        /** The code that forms have. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
