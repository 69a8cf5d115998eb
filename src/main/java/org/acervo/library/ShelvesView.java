package org.acervo.library;

import java.util.List;

/**
 * A list of pages with publications.
 *
 * @param catchingUp whether the numbers are too small, because the search index does not have everything yet
 */
public record ShelvesView(String title, boolean catchingUp, List<Shelf> shelves) {

    /**
     * One of them.
     *
     * @param about a sentence on it, or nothing
     * @param count how many publications it has
     */
    public record Shelf(String name, String link, String about, String count) {}
}
