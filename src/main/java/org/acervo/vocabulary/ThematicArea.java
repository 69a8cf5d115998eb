package org.acervo.vocabulary;

/**
 * A thematic area of the library.
 *
 * @param description one sentence on what belongs in it
 */
public record ThematicArea(String code, Labels labels, Labels description) implements Term {}
