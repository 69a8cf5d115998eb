package org.acervo.publishing.persistence;

import org.acervo.catalog.Transactions;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.publishing.BulkChanges;
import org.acervo.publishing.BulkChangesContract;
import org.junit.jupiter.api.AfterEach;

class BulkChangeTableIT extends BulkChangesContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected BulkChanges empty() {
        return new BulkChangeTable(node.database());
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
