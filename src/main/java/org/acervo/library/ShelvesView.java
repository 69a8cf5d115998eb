package org.acervo.library;

import java.util.List;

/** A list of pages with publications. */
public record ShelvesView(String title, List<Shelf> shelves) {

    /**
     * One of them.
     *
     * @param about a sentence on it, or nothing
     * @param count how many publications it has
     */
    public record Shelf(String name, String link, String about, String count) {}
}
