package org.acervo.deposit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Uploads;
import org.acervo.publishing.Remains;

/** Uploads in parts: contents that have not come whole, and the names of all. */
@ApplicationScoped
class UploadRemains implements Remains {

    @Inject
    private Uploads uploads;

    @Override
    public void drop(Publication erased) {
        // they are files
    }

    @Override
    public boolean isWiped(PublicationId erased) {
        return uploads.forget(said -> erased.toString().equals(said.get(UploadMetadata.PUBLICATION)));
    }
}
