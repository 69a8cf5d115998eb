package org.acervo.publishing.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.publishing.Erasures;
import org.acervo.publishing.Traces;

/** Gives the container the adapters of erasure. */
@ApplicationScoped
class ErasureTables {

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Produces
    @ApplicationScoped
    Erasures erasures() {
        return new ErasureTable(database);
    }

    @Produces
    @ApplicationScoped
    Traces traces() {
        return new DatabaseTraces(database);
    }
}
