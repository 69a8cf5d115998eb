package org.acervo.deposit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.acervo.deposit.Receipts;

/** Gives the container the tables of this package. */
@ApplicationScoped
class DepositTables {

    @PersistenceContext(unitName = "acervo")
    private EntityManager entities;

    @Produces
    @ApplicationScoped
    Receipts receipts() {
        return new ReceiptTable(entities);
    }
}
