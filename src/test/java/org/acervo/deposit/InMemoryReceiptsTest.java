package org.acervo.deposit;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryReceiptsTest extends ReceiptsContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected Receipts empty() {
        return new InMemoryReceipts(publications);
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
