package org.acervo.files.persistence;

import org.acervo.files.Covers;
import org.acervo.files.CoversContract;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class CoverTableIT extends CoversContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Covers empty() {
        return new CoverTable(node.database());
    }

    @AfterEach
    void close() {
        node.close();
    }
}
