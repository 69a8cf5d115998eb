package org.acervo.site.persistence;

import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.site.Editions;
import org.acervo.site.EditionsContract;
import org.junit.jupiter.api.AfterEach;

class EditionTableIT extends EditionsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Editions empty() {
        return new EditionTable(node.database());
    }

    @AfterEach
    void close() {
        node.close();
    }
}
