package org.acervo.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Transactions;
import org.acervo.format.Citations;
import org.acervo.format.MetadataFormats;
import org.acervo.vocabulary.Vocabularies;

/** Gives the container what writes many publications out and takes them back. */
@ApplicationScoped
class ExportBeans {

    @Produces
    @Singleton
    Citations citations(Repository repository, Vocabularies vocabularies) {
        return new Citations(repository, vocabularies);
    }

    @Produces
    @Singleton
    Export export(
            Publications publications,
            Changes changes,
            Renderer renderer,
            Citations citations,
            MetadataFormats formats) {
        return new Export(publications, changes, renderer, citations, formats);
    }

    @Produces
    @Singleton
    CsvChanges csvChanges(Publications publications, Publishing publishing, Transactions transactions) {
        return new CsvChanges(publications, publishing, transactions);
    }
}
