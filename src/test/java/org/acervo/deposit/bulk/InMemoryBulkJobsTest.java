package org.acervo.deposit.bulk;

import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Transactions;

class InMemoryBulkJobsTest extends BulkJobsContract {

    private final InMemoryPublications publications = new InMemoryPublications();

    @Override
    protected BulkJobs empty() {
        return new InMemoryBulkJobs(publications);
    }

    @Override
    protected Transactions transactions() {
        return publications;
    }
}
