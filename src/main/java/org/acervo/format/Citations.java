package org.acervo.format;

import org.acervo.catalog.Item;
import org.acervo.catalog.Repository;
import org.acervo.vocabulary.Vocabularies;

/** Publications as programs that manage references read them, in UTF-8. Immutable and thread-safe. */
public final class Citations {

    private final Catalogue catalogue;

    public Citations(Repository repository, Vocabularies vocabularies) {
        catalogue = new Catalogue(repository, vocabularies);
    }

    /** An entry of a BibTeX database, with an empty line after it. */
    public String bibTex(Item item) {
        return BibTex.of("acervo-" + item.id(), catalogue.entry(item));
    }

    /** A reference in the RIS format, with an empty line after it. */
    public String ris(Item item) {
        return Ris.of("acervo-" + item.id(), catalogue.entry(item));
    }
}
