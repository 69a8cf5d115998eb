package org.acervo.deposit.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps webhooks and the queue and log of their deliveries. Thread-safe. Every method throws
 * {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Webhooks {

    /** Keeps a new one under an id of its own. */
    Webhook add(Webhook webhook);

    Optional<Webhook> find(long id);

    /** The same, which nobody else changes until the end of the transaction. */
    Optional<Webhook> hold(long id);

    /** All of them, by id. */
    List<Webhook> all();

    /** Keeps another form of one; nothing happens where there is none. */
    void replace(Webhook webhook);

    /** Removes one with its deliveries. */
    void remove(long id);

    /** Queues a step for all webhooks that want it; a part of the transaction that is under way. */
    void queue(Notice notice, Instant now);

    /** Queues a call that tells nothing. */
    Delivery queuePing(long webhook, Instant now);

    /**
     * Takes webhooks that have something due, the ones that waited longest first, so that nobody else sends for them until
     * then or until they are released. Inside {@link org.acervo.catalog.Transactions#run}.
     */
    List<Webhook> lease(Instant now, Instant until, int most);

    /** Gives a leased webhook back. */
    void release(long webhook, Instant now);

    /**
     * What is to be sent now, in the order in which it was queued; of each publication only the first that is pending, and
     * nothing where that one waits.
     */
    List<Delivery> due(long webhook, Instant now, int most);

    /** Keeps what has become of a delivery. */
    void save(Delivery delivery);

    Optional<Delivery> delivery(long webhook, long id);

    /** The deliveries of a webhook with ids below the given, the last first. */
    List<Delivery> log(long webhook, long below, int limit);

    /** Forgets what was queued before, some of it at least; what is still pending then is forgotten too. */
    void sweep(Instant before);
}
