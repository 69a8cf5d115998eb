package org.acervo.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.acervo.catalog.Publication;
import org.acervo.files.Extractions;

/** What the contents of the files said. */
@ApplicationScoped
class ExtractionRemains implements Remains {

    @Inject
    private Extractions extractions;

    @Override
    public void drop(Publication erased) {
        extractions.tidy(); // those that nobody else has; the files are gone already
    }
}
