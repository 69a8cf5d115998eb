package org.acervo.authority;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryTermEditsTest extends TermEditsContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected TermEdits empty() {
        return new InMemoryTermEdits(publications);
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
