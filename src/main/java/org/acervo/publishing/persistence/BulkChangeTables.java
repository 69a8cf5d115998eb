package org.acervo.publishing.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.publishing.BulkChanges;

/** Gives the container the adapter of bulk change. */
@ApplicationScoped
class BulkChangeTables {

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Produces
    @ApplicationScoped
    BulkChanges bulkChanges() {
        return new BulkChangeTable(database);
    }
}
