package org.acervo.publishing;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryErasuresTest extends ErasuresContract {

    @Override
    protected Erasures empty() {
        return new InMemoryErasures();
    }

    @Override
    protected Transactions transactions() {
        return new InMemoryPublications();
    }
}
