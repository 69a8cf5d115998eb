package org.acervo.curation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/** Looks through the whole library for publications that may be the same, a part at a time. Thread-safe. */
public class DuplicateSweep {

    private static final int BLOCK = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Publications publications;
    private final Duplicates duplicates;
    private final Clock clock;

    DuplicateSweep(Publications publications, Duplicates duplicates, Clock clock) {
        this.publications = publications;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /** A publication and an earlier one that it may be the same as. */
    public record Pair(Publication publication, Duplicates.Suspect other) {}

    /**
     * What was found in a part.
     *
     * @param looked how many publications were looked at
     * @param next where to go on, or null where that was all
     */
    public record Part(
            List<Pair> pairs, long looked, @Nullable Long next) {
        public Part {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Looks until there are enough pairs, for at most about two seconds; each pair is found once, at the later of the two.
     *
     * @param after where the part before ended, or 0
     */
    public Part look(Caller caller, long after, int enough) {
        caller.require(Right.CURATE);
        Instant end = clock.instant().plus(PATIENCE);
        List<Pair> pairs = new ArrayList<>();
        long looked = 0;
        Long next = after;
        while (next != null && pairs.size() < enough && !clock.instant().isAfter(end)) {
            Listing.Page page = publications.list(Listing.ALL, next, BLOCK);
            for (Publication each : page.publications()) {
                looked++;
                if (each.state() != State.WITHDRAWN) {
                    duplicates.of(each).stream()
                            .filter(other ->
                                    other.publication().id().value() < each.id().value())
                            .forEach(other -> pairs.add(new Pair(each, other)));
                }
            }
            next = page.next();
        }
        return new Part(pairs, looked, next);
    }
}
