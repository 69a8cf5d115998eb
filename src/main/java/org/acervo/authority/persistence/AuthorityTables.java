package org.acervo.authority.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.authority.TermEdits;

/** Gives the container the adapter of this package. */
@ApplicationScoped
class AuthorityTables {

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    @Produces
    @ApplicationScoped
    TermEdits termEdits() {
        return new TermEditTable(database);
    }
}
