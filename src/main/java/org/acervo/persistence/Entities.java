package org.acervo.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Whose entity manager is used: that of the transaction the thread is in, or else a fresh one for a single read. The
 * container's own is never used outside of a transaction, because threads that it starts would share it.
 *
 * @param current valid within a transaction
 */
record Entities(EntityManager current, EntityManagerFactory factory, BooleanSupplier isInTransaction) {

    /** The results of a query, as the database has them now. */
    <T> List<T> list(Class<T> type, String query, Map<String, Object> parameters) {
        if (isInTransaction.getAsBoolean()) {
            return list(current, type, query, parameters);
        }
        try (EntityManager alone = factory.createEntityManager()) {
            return list(alone, type, query, parameters);
        }
    }

    private static <T> List<T> list(EntityManager manager, Class<T> type, String text, Map<String, Object> parameters) {
        TypedQuery<T> query = manager.createQuery(text, type);
        parameters.forEach(query::setParameter);
        return query.setHint("eclipselink.refresh", true).getResultList();
    }
}
