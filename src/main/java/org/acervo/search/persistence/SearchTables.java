package org.acervo.search.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.search.CollectionOrder;
import org.acervo.search.IndexMarks;
import org.acervo.search.SavedSearches;

/** Gives the container the adapters of searching. */
@ApplicationScoped
class SearchTables {

    @Resource(lookup = "java:app/jdbc/acervo")
    private DataSource database;

    @Produces
    @ApplicationScoped
    IndexMarks marks() {
        return new IndexMarkTable(database);
    }

    @Produces
    @ApplicationScoped
    CollectionOrder collectionOrder() {
        return new CollectionOrderTable(database);
    }

    @Produces
    @ApplicationScoped
    SavedSearches savedSearches() {
        return new SavedSearchTable(database);
    }
}
