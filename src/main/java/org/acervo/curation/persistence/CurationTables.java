package org.acervo.curation.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.curation.Queues;
import org.acervo.curation.Verdicts;

/** Gives the container the adapters of curation. */
@ApplicationScoped
class CurationTables {

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Produces
    @ApplicationScoped
    Queues queues() {
        return new QueueTable(database);
    }

    @Produces
    @ApplicationScoped
    Verdicts verdicts() {
        return new VerdictTable(database);
    }
}
