package org.acervo.curation.persistence;

import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.acervo.curation.Queues;
import org.acervo.curation.QueuesContract;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class QueueTableIT extends QueuesContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Queues empty() {
        return new QueueTable(node.database());
    }

    @Override
    protected Publications publications() {
        return node.publications();
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
