package org.acervo.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.acervo.catalog.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC for the hot path: reads on connections of the pool, writes on the connection of the current transaction.
 *
 * @param pool of connections that never take part in a transaction of the container
 * @param transaction the connection of the transaction that the thread is in
 */
record Connections(DataSource pool, Supplier<Connection> transaction) {

    /** Of the database, in milliseconds. The driver keeps it for the connection, without telling the database. */
    private static final int LONGEST_SILENCE = 15_000;

    /** What is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** What is done with a connection for its effect. */
    interface Act {
        void with(Connection connection) throws SQLException;
    }

    /** How a row becomes a value. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Reads what is committed. A database that says nothing for so long counts as away. */
    <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE);
            return work.with(connection);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Reads or writes within the current transaction. */
    <T> T write(Work<T> work) {
        try {
            return work.with(transaction.get());
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Writes outside of any transaction, each statement for itself. */
    void writeAlone(Act act) {
        try (Connection connection = pool.getConnection()) {
            act.with(connection);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Writes within the current transaction. */
    void change(Act act) {
        try {
            act.with(transaction.get());
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static RuntimeException failed(SQLException failure) {
        return RetryingTransactions.isUnavailable(failure)
                ? new StorageUnavailable(failure)
                : new IllegalStateException(failure);
    }

    /** Runs a query with parameters and reads its rows. */
    static <T> List<T> query(Connection connection, String sql, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(row.read(rows));
                }
                return values;
            }
        }
    }

    /** Runs one statement. */
    static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.executeUpdate();
        }
    }

    /** Runs one statement for many rows of parameters, in one exchange where the driver can. */
    static void batch(Connection connection, String sql, List<? extends @Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** As many question marks as an {@code in} list needs. */
    static String marks(int count) {
        return "?,".repeat(count - 1) + "?";
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
