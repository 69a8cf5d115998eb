package org.acervo.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.publishing.Witness;
import org.acervo.search.Searching;

/** Wakes the search index as soon as a step is committed, so that nobody waits for the next look. */
@ApplicationScoped
class IndexNudge implements Witness {

    private static final Logger LOG = Logger.getLogger(IndexNudge.class.getName());

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Searching searching;

    private final AtomicBoolean waiting = new AtomicBoolean();

    @Override
    public void saw(Publication after, Event event) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED && !waiting.getAndSet(true)) {
                    nudge();
                }
            }
        });
    }

    private void nudge() {
        try {
            executor.execute(() -> {
                waiting.set(false);
                look();
            });
        } catch (RejectedExecutionException busy) {
            waiting.set(false);
        }
    }

    /** What goes wrong here is found, and told, by the look that comes each second. */
    private void look() {
        try {
            searching.refresh();
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, "The index was nudged in vain", failure);
        }
    }
}
