package org.acervo.persistence;

import org.acervo.catalog.Publications;
import org.acervo.catalog.PublicationsContract;
import org.acervo.catalog.Tick;
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

    /** That of the database, which says what has changed since. */
    @Override
    protected Tick tick() {
        return node.disseminations().tick(1);
    }

    @AfterEach
    void close() {
        node.close();
    }
}
