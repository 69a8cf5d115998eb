package org.acervo.library;

import java.util.List;

/**
 * The place of a publication in a series.
 *
 * @param series with the way to its page
 * @param number in it, or nothing
 * @param previous the one before, if there is one
 * @param next the one after, if there is one
 */
public record RoundView(Value series, String number, List<Value> previous, List<Value> next) {}
