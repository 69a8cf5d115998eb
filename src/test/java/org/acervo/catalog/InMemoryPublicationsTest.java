package org.acervo.catalog;

class InMemoryPublicationsTest extends PublicationsContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected Publications empty() {
        return publications;
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
