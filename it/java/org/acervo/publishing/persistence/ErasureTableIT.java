package org.acervo.publishing.persistence;

import org.acervo.catalog.Transactions;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.publishing.Erasures;
import org.acervo.publishing.ErasuresContract;
import org.junit.jupiter.api.AfterEach;

class ErasureTableIT extends ErasuresContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Erasures empty() {
        return new ErasureTable(node.database());
    }

    @Override
    protected Transactions transactions() {
        return node.transactions();
    }

    @AfterEach
    void close() {
        node.close();
    }
}
