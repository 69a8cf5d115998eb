package org.acervo.search.persistence;

import org.acervo.catalog.Transactions;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.search.CollectionOrder;
import org.acervo.search.CollectionOrderContract;
import org.junit.jupiter.api.AfterEach;

class CollectionOrderTableIT extends CollectionOrderContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected CollectionOrder empty() {
        return new CollectionOrderTable(node.database());
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
