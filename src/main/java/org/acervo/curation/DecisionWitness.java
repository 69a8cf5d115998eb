package org.acervo.curation;

import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.publishing.Witness;

/** Ends a claim with the decision that it was for, and remembers the decision. */
class DecisionWitness implements Witness {

    private final Queues queues;
    private final Verdicts verdicts;

    DecisionWitness(Queues queues, Verdicts verdicts) {
        this.queues = queues;
        this.verdicts = verdicts;
    }

    @Override
    public void saw(Publication after, Event event) {
        switch (event.action()) {
            case RETURNED, PUBLISHED, WITHDRAWN, REINSTATED -> {
                if (after.version() > 1) {
                    queues.release(after.id());
                    queues.decided(new Decision(after.id(), event.action(), event.actor(), event.at()));
                }
            }
            case GIVEN_UP, TAKEN_BACK -> queues.release(after.id());
            case DELETED, ERASED -> {
                queues.forget(after.id());
                verdicts.forget(after.id());
            }
            case CREATED,
                    SAVED,
                    REVISED,
                    SUBMITTED,
                    IMPORTED,
                    FILE_ADDED,
                    FILE_REPLACED,
                    FILE_DESCRIBED,
                    FILE_REMOVED -> {}
        }
    }
}
