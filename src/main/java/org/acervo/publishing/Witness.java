package org.acervo.publishing;

import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;

/**
 * Sees every step in the life of a publication within the transaction that makes it, so that what it writes down through
 * ports is kept exactly when the step is. It must not act on anything else: the step may be lost or made again. An import
 * has no witnesses.
 */
public interface Witness {

    /** @param after the publication as the step leaves it */
    void saw(Publication after, Event event);
}
