package org.acervo.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Whose entity manager is used: that of the transaction the thread is in, or else a fresh one for a single read. The
 * container's own is never used outside of a transaction, because threads that it starts would share it.
 *
 * @param current valid within a transaction
 */
record Entities(EntityManager current, EntityManagerFactory factory, BooleanSupplier isInTransaction) {

    /**
     * Reads; nothing that is not a value may leave the work.
     *
     * @throws org.acervo.catalog.StorageUnavailable where the database is away
     */
    <T> T read(Function<EntityManager, T> work) {
        try {
            return isInTransaction.getAsBoolean() ? work.apply(current) : alone(work);
        } catch (PersistenceException failure) {
            throw RetryingTransactions.translate(failure);
        }
    }

    private <T> T alone(Function<EntityManager, T> work) {
        try (EntityManager manager = factory.createEntityManager()) {
            return work.apply(manager);
        }
    }
}
