package org.acervo.files.persistence;

import java.time.Clock;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.acervo.files.FilesContract;
import org.acervo.files.Preservations;
import org.acervo.files.PublicationFiles;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;

class FileTablesIT extends FilesContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);
    private Clock clock;

    @Override
    protected void empty(Clock given) {
        clock = given;
    }

    @Override
    protected PublicationFiles files() {
        return new FileTable(node.database());
    }

    @Override
    protected Preservations preservations() {
        return new PreservationTables(node.database(), clock);
    }

    @Override
    protected Publications publications() {
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
