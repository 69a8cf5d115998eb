package org.acervo.library;

import java.util.List;

/**
 * What the front page shows.
 *
 * @param count how many publications there are, in words
 */
public record HomeView(String count, List<Value> themes, List<Value> missions, List<Entry> newest) {

    /**
     * A publication in a list.
     *
     * @param title with the way to its page
     * @param line what is said of it in a line
     * @param summary the beginning of its description, or of its text
     * @param languages its tags
     */
    public record Entry(
            Value title, List<Value> line, List<Value> summary, List<Value> themes, List<String> languages) {}
}
