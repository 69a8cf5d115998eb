package org.acervo.format;

import org.acervo.catalog.Item;
import org.acervo.catalog.Repository;
import org.acervo.vocabulary.Vocabularies;

/** What formats must know beside an item. */
record Catalogue(Repository repository, Vocabularies vocabularies) {

    Entry entry(Item item) {
        return new Entry(item, this);
    }
}
