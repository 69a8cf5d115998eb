package org.acervo.search;

class InMemoryIndexMarksTest extends IndexMarksContract {

    @Override
    protected IndexMarks empty() {
        return new InMemoryIndexMarks();
    }
}
