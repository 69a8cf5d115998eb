package org.acervo.persistence;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;
import org.acervo.sql.Sql;

/** Begins, commits and rolls back, and runs again what lost a deadlock or asked for it. */
abstract class RetryingTransactions implements Transactions {

    private static final int TRIES = 20;

    /** Each has taken as long as the database lets a change wait for another's lock. */
    private static final int TRIES_FOR_A_LOCK = 3;

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    /** Whether the thread is in a transaction. */
    abstract boolean isUnderWay() throws Exception;

    abstract void begin() throws Exception;

    abstract void commit() throws Exception;

    /** Rolls back what has begun, where a failed commit has not done so. */
    abstract void rollback();

    @Override
    public final <T> T run(Supplier<T> work) {
        return joins() ? work.get() : repeat(work, true);
    }

    @Override
    public final <T> T attempt(Supplier<T> work) {
        if (joins()) {
            throw new IllegalStateException("A dry run within a transaction would lose it");
        }
        return repeat(work, false);
    }

    private boolean joins() {
        try {
            return isUnderWay();
        } catch (Exception unknown) { // the container says so with a checked one
            throw translate(unknown);
        }
    }

    private <T> T repeat(Supplier<T> work, boolean keeps) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, keeps);
            } catch (Exception failure) { // commits of the container throw checked ones too
                if (!mayBeTriedAgain(failure)) {
                    throw translate(failure);
                }
                if (attempt >= (isOverdue(failure) ? TRIES_FOR_A_LOCK : TRIES)) {
                    throw new StorageUnavailable(failure);
                }
                pause(attempt);
            }
        }
    }

    /** Whatever happens, even an error, the transaction that began has ended. */
    private <T> T once(Supplier<T> work, boolean keeps) throws Exception {
        begin();
        boolean committed = false;
        try {
            T result = work.get();
            if (keeps) {
                commit();
                committed = true;
            }
            return result;
        } finally {
            if (!committed) {
                rollback();
            }
        }
    }

    private static boolean isOverdue(Throwable failure) {
        SQLException cause = Sql.cause(failure);
        return cause != null && cause.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    private static boolean mayBeTriedAgain(Throwable failure) {
        return failure instanceof Again || Sql.isLost(failure);
    }

    static RuntimeException translate(Exception failure) {
        if (Sql.isUnavailable(failure)) {
            return new StorageUnavailable(failure);
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5 * Math.min(attempt, 10)) + 1L);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable(interrupted);
        }
    }
}
