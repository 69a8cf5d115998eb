package org.acervo.search;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many documents of one segment were hits, and of which values. Filled by one thread, then never changed. */
final class Counts {

    private static final int FIRST_BLOCK = 4_096;
    private static final int BLOCK = 8 * FIRST_BLOCK;

    /** So many hits are told one by one: to rank them where they stand takes no longer than to look for the best. */
    static final int FEW = BLOCK - 1;

    private static final int YEARS = 10_000;

    private final Columns columns;
    private final Criteria criteria;
    private final Criteria.Test test;
    private final int[][] facets = new int[Facet.ALL.size()][];
    private final int[] years = new int[YEARS];
    private final long[] onlyFailed;
    private int[] hits = new int[FIRST_BLOCK];
    private int[][] others;
    private final int[] fill;
    private long total;
    private int @Nullable [] few;

    Counts(Criteria criteria, Columns columns) {
        this.columns = columns;
        this.criteria = criteria;
        this.test = criteria.in(columns);
        for (Facet facet : Facet.ALL) {
            facets[facet.ordinal()] = new int[columns.facet(facet).values().size()];
        }
        int filters = criteria.narrowed().size() + 1;
        this.onlyFailed = new long[filters];
        this.others = new int[filters][];
        this.fill = new int[filters + 1];
    }

    void collect(int document) {
        int outcome = test.outcome(document);
        if (outcome == Criteria.Test.HIT) {
            hits[fill[0]++] = document;
            if (fill[0] == BLOCK) {
                flushHits();
            } else if (fill[0] == hits.length) {
                hits = Arrays.copyOf(hits, 2 * hits.length);
            }
        } else if (outcome != Criteria.Test.MISS) {
            int[] block = others[outcome] == null ? (others[outcome] = new int[FIRST_BLOCK]) : others[outcome];
            block[fill[outcome + 1]++] = document;
            if (fill[outcome + 1] == FIRST_BLOCK) {
                flushOthers(outcome);
            }
        }
    }

    /** Counts what is left; afterwards nothing is collected any more. */
    void finish() {
        if (total == 0) {
            few = Arrays.copyOf(hits, fill[0]);
        }
        flushHits();
        for (int i = 0; i < onlyFailed.length; i++) {
            flushOthers(i);
        }
        hits = new int[0];
        others = new int[0][];
    }

    private void flushHits() {
        int count = fill[0];
        total += count;
        for (Facet facet : Facet.ALL) {
            count(columns.facet(facet), facets[facet.ordinal()], hits, count);
        }
        countYears(hits, count);
        fill[0] = 0;
    }

    private void flushOthers(int filter) {
        int count = fill[filter + 1];
        if (count == 0) {
            return;
        }
        onlyFailed[filter] += count;
        if (filter < criteria.narrowed().size()) {
            Facet facet = criteria.narrowed().get(filter);
            count(columns.facet(facet), facets[facet.ordinal()], others[filter], count);
        } else {
            countYears(others[filter], count);
        }
        fill[filter + 1] = 0;
    }

    private static void count(Columns.Column column, int[] counts, int[] documents, int many) {
        char[] narrow = column.narrow();
        if (narrow.length > 0) {
            for (int i = 0; i < many; i++) {
                counts[narrow[documents[i]]]++;
            }
        } else {
            int[] wide = column.wide();
            for (int i = 0; i < many; i++) {
                counts[wide[documents[i]]]++;
            }
        }
    }

    private void countYears(int[] documents, int many) {
        for (int i = 0; i < many; i++) {
            years[columns.year(documents[i])]++;
        }
    }

    long total() {
        return total;
    }

    /** The hits in rising order where they are {@linkplain #FEW few}, else null. */
    int @Nullable [] few() {
        return few;
    }

    /** The counts of all segments together. */
    static final class Sum {

        private final Map<Facet, Map<String, Integer>> facets = new EnumMap<>(Facet.class);
        private final SortedMap<Integer, Integer> years = new TreeMap<>();
        private final long[] onlyFailed;
        private final Map<Integer, int[]> few = new HashMap<>();
        private long total;

        Sum(Criteria criteria) {
            onlyFailed = new long[criteria.narrowed().size() + 1];
        }

        /** @param segment its place in the reader */
        void add(int segment, Counts each) {
            total += each.total;
            int[] hits = each.few;
            if (hits != null) {
                few.put(segment, hits);
            }
            for (int i = 0; i < onlyFailed.length; i++) {
                onlyFailed[i] += each.onlyFailed[i];
            }
            for (Facet facet : Facet.ALL) {
                add(facet, each.columns.facet(facet), each.facets[facet.ordinal()]);
            }
            for (int year = 1; year < YEARS; year++) {
                if (each.years[year] > 0) {
                    years.merge(year, each.years[year], Integer::sum);
                }
            }
        }

        private void add(Facet facet, Columns.Column column, int[] counts) {
            Map<String, Integer> sums = facets.computeIfAbsent(facet, key -> new HashMap<>());
            for (int i = 1; i < counts.length; i++) {
                if (counts[i] > 0) {
                    for (String value : column.values().get(i)) {
                        sums.merge(value, counts[i], Integer::sum);
                    }
                }
            }
        }

        long total() {
            return total;
        }

        /** The hits by segment, where they are few; else null. */
        @Nullable
        Map<Integer, int[]> few() {
            long told = few.values().stream().mapToLong(each -> each.length).sum();
            return told == total && total <= FEW ? Map.copyOf(few) : null;
        }

        /** How many documents fail a filter and no other. */
        long onlyFailing(int filter) {
            return onlyFailed[filter];
        }

        Map<String, Integer> facet(Facet facet) {
            @Nullable Map<String, Integer> sums = facets.get(facet);
            return sums == null ? Map.of() : sums;
        }

        SortedMap<Integer, Integer> years() {
            return years;
        }
    }
}
