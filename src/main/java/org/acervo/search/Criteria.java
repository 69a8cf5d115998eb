package org.acervo.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a document must fulfil beside its words: to be seen by whoever looks, and each filter.
 *
 * @param missions those whose publications are seen, or null for all
 * @param chosen of each narrowed facet the values of which one must be there
 * @param from the first year, or null; with {@code to} one filter
 */
record Criteria(
        int scope,
        @Nullable Set<String> missions,
        Map<Facet, Set<String>> chosen,
        @Nullable Integer from,
        @Nullable Integer to) {

    static Criteria of(Search search) {
        Map<Facet, Set<String>> chosen = new TreeMap<>(search.chosen());
        Viewer viewer = search.viewer();
        return new Criteria(scope(viewer), viewer.missions(), chosen, search.from(), search.to());
    }

    /** Nothing but to be seen. */
    static Criteria of(Viewer viewer) {
        return new Criteria(scope(viewer), viewer.missions(), Map.of(), null, null);
    }

    private static int scope(Viewer viewer) {
        return viewer.works() ? Fields.WORKING : Fields.PUBLIC;
    }

    boolean hasYears() {
        return from != null || to != null;
    }

    /** The narrowed facets; a filter is named by its place here, and the years come after them. */
    List<Facet> narrowed() {
        return new ArrayList<>(chosen.keySet());
    }

    /** These for the documents of one segment. */
    Test in(Columns columns) {
        return new Test(this, columns);
    }

    /** Tests the documents of one segment. */
    static final class Test {

        /** No filter fails. */
        static final int HIT = -1;
        /** It is not seen, or more than one filter fails. */
        static final int MISS = -2;

        private final Columns columns;
        private final int scope;
        private final boolean @Nullable [] missions;
        private final Columns.Column mission;
        private final Columns.Column[] filters;
        private final boolean[][] accepted;
        private final boolean hasYears;
        private final int from;
        private final int to;

        private Test(Criteria criteria, Columns columns) {
            this.columns = columns;
            this.scope = criteria.scope();
            this.mission = columns.facet(Facet.MISSION);
            Set<String> seen = criteria.missions();
            this.missions = seen == null ? null : accepted(mission, seen);
            List<Facet> narrowed = criteria.narrowed();
            this.filters = narrowed.stream().map(columns::facet).toArray(Columns.Column[]::new);
            this.accepted = new boolean[filters.length][];
            for (int i = 0; i < filters.length; i++) {
                accepted[i] = accepted(filters[i], criteria.chosen().getOrDefault(narrowed.get(i), Set.of()));
            }
            Integer first = criteria.from();
            Integer last = criteria.to();
            this.hasYears = criteria.hasYears();
            this.from = first == null ? 1 : first;
            this.to = last == null ? Integer.MAX_VALUE : last;
        }

        private static boolean[] accepted(Columns.Column column, Collection<String> wanted) {
            Set<String> any = new HashSet<>(wanted);
            boolean[] accepted = new boolean[column.values().size()];
            for (int i = 0; i < accepted.length; i++) {
                accepted[i] = column.values().get(i).stream().anyMatch(any::contains);
            }
            return accepted;
        }

        boolean isHit(int document) {
            return outcome(document) == HIT;
        }

        /** {@link #HIT}, {@link #MISS}, or which filter is the only one that fails. */
        int outcome(int document) {
            if (!columns.isSeen(document, scope) || missions != null && !missions[mission.of(document)]) {
                return MISS;
            }
            int failed = HIT;
            for (int i = 0; i < filters.length; i++) {
                if (!accepted[i][filters[i].of(document)]) {
                    if (failed != HIT) {
                        return MISS;
                    }
                    failed = i;
                }
            }
            if (hasYears) {
                int year = columns.year(document);
                if (year < from || year > to) {
                    return failed == HIT ? filters.length : MISS;
                }
            }
            return failed;
        }
    }
}
