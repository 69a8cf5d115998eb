package org.acervo.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the adapters of the catalogue's ports. */
@ApplicationScoped
class PersistenceBeans {

    @PersistenceUnit(unitName = "acervo")
    private EntityManagerFactory factory;

    @PersistenceContext(unitName = "acervo")
    private EntityManager entities;

    @Inject
    private ReadPool pool;

    @Resource
    private UserTransaction transaction;

    @Resource
    private TransactionSynchronizationRegistry registry;

    private Connections connections() {
        return new Connections(pool.dataSource(), () -> entities.unwrap(Connection.class));
    }

    private boolean isInTransaction() {
        return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Produces
    @ApplicationScoped
    Publications publications() {
        return new PublicationTables(new Entities(entities, factory, this::isInTransaction), connections());
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
