package org.acervo.search;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryCollectionOrderTest extends CollectionOrderContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected CollectionOrder empty() {
        return new InMemoryCollectionOrder(publications);
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
