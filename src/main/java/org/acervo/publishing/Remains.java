package org.acervo.publishing;

import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;

/** Something else that is kept of publications, beside record and history, and must go when one is erased. */
public interface Remains {

    /** Deletes what tables hold, within the transaction of the erasure; what is on disk is only noted here. */
    void drop(Publication erased);

    /**
     * Wipes what is on disk, after that transaction, and again after a failure.
     *
     * @return whether nothing is left; otherwise it is asked again later
     */
    default boolean isWiped(PublicationId erased) {
        return true;
    }
}
