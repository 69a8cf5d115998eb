package org.acervo.curation;

import java.util.List;
import java.util.Locale;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * Publications that somebody works through; what is null does not matter.
 *
 * @param who the name of the one who looks
 * @param mission a code
 * @param type the code of the document type that the public text has
 */
public record Queue(
        Kind kind,
        String who,
        @Nullable String mission,
        @Nullable String type,
        @Nullable Held held,
        Order order) {

    /** What a queue is of. */
    public enum Kind {
        /** Drafts that were submitted. */
        SUBMITTED,
        /** Changes of public texts that were submitted. */
        REVISIONS,
        /** What was given back and did not come again yet. */
        RETURNED,
        /** What was decided, the last decision first. */
        DECIDED,
        /** What the one who looks holds. */
        MINE;

        /** The code that addresses have. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who holds it. */
    public enum Held {
        NOBODY,
        ME,
        OTHERS;

        /** The code that addresses have. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What comes first; among the same what has waited longest. */
    public enum Order {
        OLDEST,
        NEWEST,
        MISSION,
        TYPE;

        /** The code that addresses have. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One publication in it.
     *
     * @param claim who holds it, or null
     * @param decision the last on it, in a queue of what was decided; otherwise null
     */
    public record Item(
            PublicationId publication,
            @Nullable Claim claim,
            @Nullable Decision decision) {}

    /** Everything of a kind, in its usual order. */
    public static Queue of(Kind kind, String who) {
        return new Queue(kind, who, null, null, null, usual(kind));
    }

    /** The order of a kind where none is asked for. */
    public static Order usual(Kind kind) {
        return kind == Kind.DECIDED ? Order.NEWEST : Order.OLDEST;
    }

    /** Whether a publication is held as is asked for. */
    boolean fits(@Nullable Claim claim) {
        if (held == null) {
            return true;
        }
        return switch (held) {
            case NOBODY -> claim == null;
            case ME -> claim != null && claim.holder().equals(who);
            case OTHERS -> claim != null && !claim.holder().equals(who);
        };
    }

    /**
     * What comes after a publication that nobody else holds; from the beginning where that is the last or not there any more.
     *
     * @return null where there is nothing but it
     */
    @Nullable
    PublicationId after(List<Item> items, @Nullable PublicationId current) {
        List<PublicationId> ids = items.stream().map(Item::publication).toList();
        int at = current == null ? -1 : ids.indexOf(current);
        for (int i = 1; i <= items.size(); i++) {
            Item next = items.get((at + i) % items.size());
            Claim claim = next.claim();
            if (!next.publication().equals(current)
                    && (claim == null || claim.holder().equals(who))) {
                return next.publication();
            }
        }
        return null;
    }
}
