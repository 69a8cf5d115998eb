package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.publishing.Remains;
import org.acervo.search.Indexer;

/** What the search index holds of an erased publication; its files are written anew without it. */
@ApplicationScoped
class IndexRemains implements Remains {

    @Inject
    private Indexer indexer;

    /** The index learns of the erasure as of any other change. */
    @Override
    public void drop(Publication erased) {}

    @Override
    public boolean isWiped(PublicationId erased) {
        return indexer.isWiped(erased);
    }
}
