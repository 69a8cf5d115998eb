package org.acervo.deposit.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.publishing.Witness;

/** Queues each step for the webhooks that want it, in the step's own transaction. */
@ApplicationScoped
class HookWitness implements Witness {

    private final Webhooks webhooks;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HookWitness() {
        this(null, null);
    }

    @Inject
    HookWitness(Webhooks webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public void saw(Publication after, Event event) {
        webhooks.queue(Notice.of(after, event), clock.instant());
    }
}
