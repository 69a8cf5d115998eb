package org.acervo.deposit.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.publishing.Remains;

/** The spreadsheets and archives that a publication came with, and what was found in their rows. */
@ApplicationScoped
class BulkRemains implements Remains {

    @Inject
    private BulkJobs jobs;

    @Inject
    private BulkFolder folder;

    /** Whole uploads go, of all their publications: a sheet without one of its rows would not be what was sent. */
    @Override
    public void drop(Publication erased) {
        // a job that is not over still needs its sheet: see below
    }

    @Override
    public boolean isWiped(PublicationId erased) {
        boolean all = true;
        for (String each : jobs.about(erased)) {
            if (jobs.unfinished().stream().anyMatch(job -> job.id().equals(each))) {
                all = false;
            } else {
                folder.remove(each);
                jobs.remove(each);
            }
        }
        return all;
    }
}
