package org.acervo.files.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import javax.sql.DataSource;
import org.acervo.files.Covers;
import org.acervo.files.Extractions;
import org.acervo.files.Preservations;
import org.acervo.files.PublicationFiles;

/** Gives the container the adapters of the ports for files. */
@ApplicationScoped
class FilePersistenceBeans {

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Produces
    @ApplicationScoped
    PublicationFiles files() {
        return new FileTable(database);
    }

    @Produces
    @ApplicationScoped
    Preservations preservations(Clock clock) {
        return new PreservationTables(database, clock);
    }

    @Produces
    @ApplicationScoped
    Covers covers() {
        return new CoverTable(database);
    }

    @Produces
    @ApplicationScoped
    Extractions extractions() {
        return new ExtractionTable(database);
    }
}
