package org.acervo.catalog;

/** A metadata format as ListMetadataFormats shows it (OAI-PMH 2.0 section 4.4). */
public record FormatDescription(String prefix, String schema, String namespace) {}
