package org.acervo.library;

import java.util.List;

/**
 * What the front page shows.
 *
 * @param lead what staff wrote for it, as HTML; may be empty
 * @param count how many publications there are, in words
 * @param catchingUp whether the numbers are too small, because the search index does not have everything yet
 * @param themes each with how many publications it has as the note
 * @param features what staff chose to show first, else the collections
 * @param news the newest of it, each with its date as the note
 */
public record HomeView(
        String lead,
        String count,
        boolean catchingUp,
        List<Value> themes,
        List<Value> missions,
        List<ShelvesView.Shelf> features,
        List<Value> news,
        List<Card> newest) {}
