package org.acervo.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.PublicationId;

/**
 * The places that staff have given to publications within collections; what has none comes after those that have one. Writing
 * happens inside {@link org.acervo.catalog.Transactions#run}. Thread-safe. Every method throws
 * {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface CollectionOrder {

    /** The publications with a place in a collection, in their order; some may have left it. */
    List<PublicationId> of(String collection);

    /** The places, from 1, of those that have any, by the codes of collections. */
    Map<PublicationId, Map<String, Integer>> places(Collection<PublicationId> publications);

    /** Gives places in this order, in the place of all that there were in the collection. */
    void put(String collection, List<PublicationId> order);
}
