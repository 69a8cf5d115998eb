package org.acervo.files;

import java.time.Clock;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryExtractionsTest extends ExtractionsContract {

    private final InMemoryPublications publications = new InMemoryPublications();
    private InMemoryFiles files;
    private InMemoryExtractions extractions;

    @Override
    protected void empty(Clock clock) {
        files = new InMemoryFiles(publications, clock);
        extractions = new InMemoryExtractions(publications, files);
    }

    @Override
    protected PublicationFiles files() {
        return files;
    }

    @Override
    protected Extractions extractions() {
        return extractions;
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
