package org.acervo.library;

import java.util.List;

/**
 * A page with publications that belong together.
 *
 * @param trail the pages above it
 * @param introduction as HTML; may be empty
 * @param facts what is known of what they belong to
 * @param total how many there are, in words
 * @param narrow types of publications, each with a search for it and how many there are as the note
 * @param kept the argument with which a search finds just these; none where there is no such search
 * @param catchingUp whether some may be missing, because the search index does not have everything yet
 * @param first the first page of them, or nothing where this is it
 * @param next the following page, or nothing
 * @param feed for feed readers, or nothing
 */
public record ShelfView(
        List<Value> trail,
        String title,
        String introduction,
        List<Fact> facts,
        String total,
        List<Value> narrow,
        List<SearchPage.Argument> kept,
        boolean catchingUp,
        List<Card> cards,
        String first,
        String next,
        String feed) {}
