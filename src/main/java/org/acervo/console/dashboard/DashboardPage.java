package org.acervo.console.dashboard;

import java.util.List;

/**
 * What the page shows; numbers are written as the reader writes them, links lead below {@code console/}.
 *
 * @param waiting what waits for somebody
 * @param tallest how many publications the highest column stands for
 * @param charts how the published ones are spread
 */
public record DashboardPage(
        List<Choice> missions,
        boolean catchingUp,
        List<Figure> figures,
        List<Waiting> waiting,
        String tallest,
        List<Column> months,
        List<Chart> charts,
        List<Harvester> harvesters) {

    /** A mission to look at. */
    public record Choice(String code, String name, boolean chosen) {}

    /** How many publications are in a state. */
    public record Figure(String name, String count, String link) {}

    /**
     * A queue.
     *
     * @param kind its code
     * @param days since when the first waits, or nothing where nobody does
     */
    public record Waiting(String kind, String count, String days, String link) {}

    /**
     * A month of the chart of deposits, in a box of 24 by 40 units a column.
     *
     * @param x from the left
     * @param height of its column
     */
    public record Column(String month, String count, int x, int height) {}

    /** How publications are spread over the values of a facet, the most frequent first. */
    public record Chart(String name, List<Bar> bars) {}

    /** @param percent of the longest bar, 1 to 100 */
    public record Bar(String name, String count, int percent, String link) {}

    /** Who harvested of late. */
    public record Harvester(String name, String harvests, String records, String errors, String last) {}
}
