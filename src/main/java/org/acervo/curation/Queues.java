package org.acervo.curation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.PublicationId;

/**
 * Who holds what, and what waits for whom. Writing happens inside {@link org.acervo.catalog.Transactions#run}. Thread-safe.
 * Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Queues {

    /** The claims on those of the publications that somebody holds. */
    Map<PublicationId, Claim> claims(Collection<PublicationId> publications);

    /** Puts a claim in the place of whichever there was. */
    void put(Claim claim);

    /** Ends the claim on a publication, where there is one. */
    void release(PublicationId publication);

    /** Remembers a decision as the last on its publication. */
    void decided(Decision decision);

    /** Forgets the claim and the decision. */
    void forget(PublicationId publication);

    /** Part of a queue. */
    List<Queue.Item> list(Queue queue, int offset, int limit);

    /** How many publications a queue has. */
    long count(Queue queue);
}
