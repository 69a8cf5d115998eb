package org.acervo.persistence;

import org.acervo.catalog.Disseminations;
import org.acervo.catalog.DisseminationsContract;
import org.acervo.catalog.Transactions;
import org.acervo.launcher.TestDatabase;
import org.junit.jupiter.api.AfterEach;

class DisseminationTablesIT extends DisseminationsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Disseminations empty() {
        return node.disseminations();
    }

    @Override
    protected Transactions transactions() {
        return node.transactions();
    }

    @Override
    protected void pass() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @AfterEach
    void close() {
        node.close();
    }
}
