package org.acervo.persistence;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;
import org.jspecify.annotations.Nullable;

/** Begins, commits and rolls back, and runs again what lost a deadlock or asked for it. */
abstract class RetryingTransactions implements Transactions {

    private static final int TRIES = 20;
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int RECORD_CHANGED = 1020;

    abstract void begin() throws Exception;

    abstract void commit() throws Exception;

    /** Rolls back; called after any failure, with a transaction or without. */
    abstract void rollback();

    @Override
    public final <T> T run(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                begin();
                T result = work.get();
                commit();
                return result;
            } catch (Exception failure) { // whatever it is, the transaction must end
                rollback();
                if (attempt == TRIES || !mayBeTriedAgain(failure)) {
                    throw translate(failure);
                }
                pause(attempt);
            }
        }
    }

    private static boolean mayBeTriedAgain(Throwable failure) {
        if (failure instanceof Again) {
            return true;
        }
        SQLException sql = sqlCause(failure);
        return sql != null
                && (sql.getErrorCode() == DEADLOCK
                        || sql.getErrorCode() == LOCK_WAIT_TIMEOUT
                        || sql.getErrorCode() == RECORD_CHANGED);
    }

    static RuntimeException translate(Exception failure) {
        SQLException sql = sqlCause(failure);
        if (sql != null && isUnavailable(sql)) {
            return new StorageUnavailable(failure);
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /** Whether the database went away (SQLSTATE class 08), is full, read-only or has no connection left. */
    static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("70");
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
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
