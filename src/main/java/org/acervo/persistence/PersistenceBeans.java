package org.acervo.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import javax.sql.DataSource;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the adapters of the catalogue's ports. */
@ApplicationScoped
class PersistenceBeans {

    @PersistenceContext(unitName = "acervo")
    private EntityManager entities;

    /** Connections of this pool take part in no transaction, so that what is read on them is committed. */
    @Resource(lookup = "java:app/jdbc/acervo-read")
    private DataSource pool;

    @Inject
    private UserTransaction transaction;

    private Connections connections() {
        return new Connections(pool, () -> entities.unwrap(Connection.class));
    }

    @Produces
    @ApplicationScoped
    Publications publications() {
        return new PublicationTables(entities, connections());
    }

    @Produces
    @ApplicationScoped
    Disseminations disseminations(
            @ConfigProperty(name = "ACERVO_OAI_SET_TOMBSTONES", defaultValue = "false") boolean setTombstones) {
        return new DisseminationTables(connections(), setTombstones);
    }

    @Produces
    @ApplicationScoped
    Memory memory() {
        return new SettingTable(connections());
    }

    @Produces
    @ApplicationScoped
    Transactions transactions() {
        return new ContainerTransactions(transaction);
    }
}
