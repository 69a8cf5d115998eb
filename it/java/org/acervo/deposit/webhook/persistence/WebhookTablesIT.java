package org.acervo.deposit.webhook.persistence;

import org.acervo.catalog.Transactions;
import org.acervo.deposit.webhook.Webhooks;
import org.acervo.deposit.webhook.WebhooksContract;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class WebhookTablesIT extends WebhooksContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Webhooks empty() {
        return new WebhookTables(node.database());
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
