package org.acervo.search;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.acervo.catalog.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits and what goes with it.
 *
 * @param next where the next page begins, or null where this is the last
 * @param total how many publications there are in all, exactly
 * @param facets of each facet its values with how many hits each has or would have if it were ticked too, the largest first;
 *     values that are ticked are always there. Of a facet with something ticked the other values count as if nothing of that
 *     facet were
 * @param years how many hits each year has, whatever range of years is chosen
 * @param didYouMean what was probably meant, or null; it has hits
 * @param alsoFound other words that were looked for, in all languages
 * @param findings what is wrong with what was typed, with the pointer {@code /q/} and the place, from 0 on; the words were
 *     looked for all the same
 * @param hindrances where nothing was found, which filter empties the set
 * @param catchingUp whether the index does not have everything yet
 * @param millis how long it took
 */
public record Found(
        List<Hit> hits,
        @Nullable Position next,
        long total,
        Map<Facet, List<Count>> facets,
        SortedMap<Integer, Integer> years,
        @Nullable String didYouMean,
        List<String> alsoFound,
        List<Finding> findings,
        List<Hindrance> hindrances,
        boolean catchingUp,
        double millis) {

    /** How many hits have a value. */
    public record Count(String value, int count, boolean chosen) {}

    /**
     * A filter without which there would be hits.
     *
     * @param facet the one to drop, or null for the years
     * @param without how many hits there would be
     * @param search the search without it
     */
    public record Hindrance(@Nullable Facet facet, long without, Search search) {}

    public Found {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
        alsoFound = List.copyOf(alsoFound);
        findings = List.copyOf(findings);
        hindrances = List.copyOf(hindrances);
    }
}
