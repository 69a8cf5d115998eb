package org.acervo.deposit.bulk.persistence;

import org.acervo.catalog.Transactions;
import org.acervo.deposit.bulk.BulkJobs;
import org.acervo.deposit.bulk.BulkJobsContract;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class BulkTablesIT extends BulkJobsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected BulkJobs empty() {
        return new BulkTables(node.database());
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
