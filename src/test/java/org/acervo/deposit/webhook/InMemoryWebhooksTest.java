package org.acervo.deposit.webhook;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryWebhooksTest extends WebhooksContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected Webhooks empty() {
        return new InMemoryWebhooks(publications);
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
