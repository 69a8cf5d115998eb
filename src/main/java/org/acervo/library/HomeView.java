package org.acervo.library;

import java.util.List;

/**
 * What the front page shows.
 *
 * @param count how many publications there are, in words
 * @param themes each with how many publications it has as the note
 */
public record HomeView(String count, List<Value> themes, List<Value> missions, List<Card> newest) {}
