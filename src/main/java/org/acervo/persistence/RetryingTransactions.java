package org.acervo.persistence;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;
import org.jspecify.annotations.Nullable;

/** Begins, commits and rolls back, and runs again what lost a deadlock or asked for it. */
abstract class RetryingTransactions implements Transactions {

    private static final int TRIES = 20;

    /** Each has taken as long as the database lets a change wait for another's lock. */
    private static final int TRIES_FOR_A_LOCK = 3;

    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int RECORD_CHANGED = 1020;
    private static final Set<Integer> FULL_OR_READ_ONLY = Set.of(1021, 1114, 1290, 1836);

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
        SQLException sql = sqlCause(failure);
        return sql != null && sql.getErrorCode() == LOCK_WAIT_TIMEOUT;
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
        return state == null
                || FULL_OR_READ_ONLY.contains(failure.getErrorCode())
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("70");
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
