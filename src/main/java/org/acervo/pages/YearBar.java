package org.acervo.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A year of a histogram that is 100 wide and 40 high.
 *
 * @param count as the reader writes it
 * @param x from 0 to 100, where it begins
 * @param width the same for every year
 * @param height from 0 to 40
 * @param link narrows the search to the year
 * @param within whether the search takes the year in
 */
public record YearBar(int year, String count, double x, double width, double height, String link, boolean within) {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;
    private static final double LEAST = 2;
    private static final int MOST_YEARS = 40;

    /**
     * The last forty years of those that have hits; those before them are found by the fields for years.
     *
     * @param counts of hits by year
     * @param number writes a count
     */
    public static List<YearBar> of(
            SortedMap<Integer, Integer> counts,
            IntFunction<String> number,
            IntFunction<String> link,
            IntPredicate within) {
        if (counts.isEmpty()) {
            return List.of();
        }
        int last = counts.lastKey();
        int first = Math.max(counts.firstKey(), last - MOST_YEARS + 1);
        SortedMap<Integer, Integer> shown = counts.tailMap(first);
        int most = shown.values().stream().max(Integer::compare).orElse(1);
        double width = WIDTH / (last - first + 1);
        List<YearBar> bars = new ArrayList<>();
        shown.forEach((year, count) -> bars.add(new YearBar(
                year,
                number.apply(count),
                (year - first) * width,
                width,
                Math.max(LEAST, HEIGHT * count / most),
                link.apply(year),
                within.test(year))));
        return bars;
    }
}
