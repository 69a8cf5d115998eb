package org.acervo.deposit.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.publishing.UnderWay;

/** Archives whose rows are still to be deposited: each takes what was sent of the quota of whoever sent it. */
@ApplicationScoped
class RunningJobs implements UnderWay {

    @Inject
    private BulkJobs jobs;

    @Inject
    private BulkFolder folder;

    @Override
    public long bytes(String mission) {
        return jobs.unfinished().stream()
                .filter(each -> each.upload().archive() && !each.wish().dryRun())
                .filter(each -> mission.equals(each.owner().mission()))
                .mapToLong(each -> folder.size(each.id()))
                .sum();
    }
}
