package org.acervo.deposit.bulk.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import javax.sql.DataSource;
import org.acervo.deposit.bulk.BulkJobs;

/** Gives the container the adapter of the jobs. */
@ApplicationScoped
class BulkPersistenceBeans {

    @Resource(lookup = "java:app/jdbc/acervo")
    private DataSource database;

    @PersistenceContext(unitName = "acervo")
    private EntityManager entities;

    @Produces
    @ApplicationScoped
    BulkJobs bulkJobs() {
        return new BulkTables(database, () -> entities.unwrap(Connection.class));
    }
}
