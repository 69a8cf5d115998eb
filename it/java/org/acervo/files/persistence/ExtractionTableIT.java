package org.acervo.files.persistence;

import java.time.Clock;
import org.acervo.catalog.Transactions;
import org.acervo.files.Extractions;
import org.acervo.files.ExtractionsContract;
import org.acervo.files.PublicationFiles;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class ExtractionTableIT extends ExtractionsContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected void empty(Clock clock) {
        // a new database is
    }

    @Override
    protected PublicationFiles files() {
        return new FileTable(node.database());
    }

    @Override
    protected Extractions extractions() {
        return new ExtractionTable(node.database());
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
