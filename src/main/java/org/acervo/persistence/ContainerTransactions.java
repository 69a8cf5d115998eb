package org.acervo.persistence;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.StorageUnavailable;

/** Transactions of the container. */
final class ContainerTransactions extends RetryingTransactions {

    private static final Logger LOG = Logger.getLogger(ContainerTransactions.class.getName());

    private final UserTransaction transaction;

    ContainerTransactions(UserTransaction transaction) {
        this.transaction = transaction;
    }

    @Override
    boolean isUnderWay() throws SystemException {
        return transaction.getStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    void begin() throws Exception {
        transaction.begin();
    }

    @Override
    void commit() throws Exception {
        try {
            transaction.commit();
        } catch (SystemException lost) { // the container hides that the connection broke
            throw new StorageUnavailable(lost);
        }
    }

    @Override
    void rollback() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException failed) {
            LOG.log(Level.WARNING, "A transaction could not be rolled back; the database will do it", failed);
        }
    }
}
