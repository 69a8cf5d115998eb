package org.acervo.persistence;

import org.acervo.catalog.Publications;
import org.acervo.catalog.PublicationsContract;
import org.acervo.catalog.Transactions;
import org.acervo.launcher.TestDatabase;
import org.junit.jupiter.api.AfterEach;

class PublicationTablesIT extends PublicationsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Publications empty() {
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
