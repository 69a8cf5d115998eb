package org.acervo.files;

import java.time.Clock;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;

class InMemoryFilesTest extends FilesContract {

    private final InMemoryPublications publications = new InMemoryPublications();
    private InMemoryFiles files;

    @Override
    protected void empty(Clock clock) {
        files = new InMemoryFiles(publications, clock);
    }

    @Override
    protected PublicationFiles files() {
        return files;
    }

    @Override
    protected Preservations preservations() {
        return files;
    }

    @Override
    protected Publications publications() {
        return publications;
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
