package org.acervo.format;

import org.acervo.catalog.FormatDescription;
import org.acervo.catalog.Item;
import org.acervo.catalog.XmlWriter;

/**
 * A metadata format in which records are disseminated. Every record exists in every format, so that a list is the same in
 * all of them and nobody has to be told that a record has left one. Implementations are immutable and thread-safe, and render the same
 * item to the same bytes as long as repository, vocabularies and {@link #version()} stay the same.
 */
public interface MetadataFormat {

    FormatDescription description();

    /** Rises with every change that makes this class render an item to other bytes. */
    int version();

    /**
     * Writes the item as one root element that declares its own namespaces and its schema (OAI-PMH 2.0 section 3.4).
     */
    void write(Item item, XmlWriter out);
}
