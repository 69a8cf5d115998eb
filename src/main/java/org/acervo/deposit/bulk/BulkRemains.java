package org.acervo.deposit.bulk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.publishing.Remains;

/** The spreadsheets and archives that a publication came with, and what was found in their rows. */
@Dependent
class BulkRemains implements Remains {

    private final BulkJobs jobs;
    private final BulkFolder folder;
    private final Publications publications;

    @Inject
    BulkRemains(BulkJobs jobs, BulkFolder folder, Publications publications) {
        this.jobs = jobs;
        this.folder = folder;
        this.publications = publications;
    }

    /**
     * Whole uploads go, of all their publications: a sheet without one of its rows would not be what was sent. With them go
     * those of the mission that were only tried, and what was refused: the text of the erased may be in them.
     */
    @Override
    public void drop(Publication erased) {
        // a job that is not over still needs its sheet: see below
    }

    @Override
    public boolean isWiped(PublicationId erased) {
        boolean all = true;
        String mission = publications
                .find(erased)
                .map(each -> each.metadata().value(Element.MISSION))
                .orElse(null);
        for (String each : jobs.about(erased, mission)) {
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
