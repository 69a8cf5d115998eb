package org.acervo.library;

/**
 * A file that the public may not have, or not yet.
 *
 * @param why in a sentence, with the day on which it opens where that is known
 * @param page where the publication is described
 */
public record ClosedView(Value title, String name, String why, String page) {}
