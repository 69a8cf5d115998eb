package org.acervo.site;

class InMemoryEditionsTest extends EditionsContract {

    @Override
    protected Editions empty() {
        return new InMemoryEditions();
    }
}
