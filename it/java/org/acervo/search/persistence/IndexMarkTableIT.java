package org.acervo.search.persistence;

import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.search.IndexMarks;
import org.acervo.search.IndexMarksContract;
import org.junit.jupiter.api.AfterEach;

class IndexMarkTableIT extends IndexMarksContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected IndexMarks empty() {
        return new IndexMarkTable(node.database());
    }

    @AfterEach
    void close() {
        node.close();
    }
}
