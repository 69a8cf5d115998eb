package org.acervo.library;

import java.util.List;

/**
 * The page about the programme.
 *
 * @param text as HTML
 * @param countries where the missions work
 */
public record AboutView(String text, List<Value> countries) {}
