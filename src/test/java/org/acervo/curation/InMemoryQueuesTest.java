package org.acervo.curation;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;

class InMemoryQueuesTest extends QueuesContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected Queues empty() {
        return new InMemoryQueues(publications);
    }

    @Override
    protected Publications publications() {
        return publications;
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
