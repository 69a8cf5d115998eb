package org.acervo.site.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.site.Editions;

/** Gives the container the adapters of the public pages' ports. */
@ApplicationScoped
class SiteTables {

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Produces
    @ApplicationScoped
    Editions editions() {
        return new EditionTable(database);
    }
}
