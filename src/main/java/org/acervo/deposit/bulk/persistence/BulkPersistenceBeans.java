package org.acervo.deposit.bulk.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.deposit.bulk.BulkJobs;

/** Gives the container the adapter of the jobs. */
@ApplicationScoped
class BulkPersistenceBeans {

    @Resource(lookup = "java:app/jdbc/acervo")
    private DataSource database;

    @Produces
    @ApplicationScoped
    BulkJobs bulkJobs() {
        return new BulkTables(database);
    }
}
