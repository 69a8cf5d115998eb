package org.acervo.curation;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryVerdictsTest extends VerdictsContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected Verdicts empty() {
        return new InMemoryVerdicts(publications);
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
