package org.acervo.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Publication;
import org.acervo.files.Covers;

/** The picture of a publication. */
@ApplicationScoped
class CoverRemains implements Remains {

    @Inject
    private Covers covers;

    @Override
    public void drop(Publication erased) {
        covers.remove(erased.id());
    }
}
