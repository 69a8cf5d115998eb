package org.acervo.catalog;

import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Term;

/**
 * A collection that staff make; an OAI set too.
 *
 * @param code the slug, fixed at creation
 * @param labels its title
 * @param order its place among the collections, smallest first
 */
public record Collection(String code, Labels labels, Labels description, int order) implements Term {}
