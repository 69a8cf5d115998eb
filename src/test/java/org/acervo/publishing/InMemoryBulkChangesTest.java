package org.acervo.publishing;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryBulkChangesTest extends BulkChangesContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected BulkChanges empty() {
        return new InMemoryBulkChanges(publications);
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
