package org.acervo.catalog;

/** A mission's own identifier of a publication; unique within the mission. */
public record SourceKey(String mission, String sourceId) {}
