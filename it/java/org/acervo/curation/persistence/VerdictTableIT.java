package org.acervo.curation.persistence;

import org.acervo.catalog.Transactions;
import org.acervo.curation.Verdicts;
import org.acervo.curation.VerdictsContract;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class VerdictTableIT extends VerdictsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Verdicts empty() {
        return new VerdictTable(node.database());
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
