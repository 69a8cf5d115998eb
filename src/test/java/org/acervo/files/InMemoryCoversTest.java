package org.acervo.files;

class InMemoryCoversTest extends CoversContract {

    @Override
    protected Covers empty() {
        return new InMemoryCovers();
    }
}
