package org.acervo.authority.persistence;

import org.acervo.authority.TermEdits;
import org.acervo.authority.TermEditsContract;
import org.acervo.catalog.Transactions;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class TermEditTableIT extends TermEditsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected TermEdits empty() {
        return new TermEditTable(node.database());
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
