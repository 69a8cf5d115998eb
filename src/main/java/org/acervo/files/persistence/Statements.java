package org.acervo.files.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.acervo.catalog.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC.
 *
 * @param database whose connections take part in the transaction that the thread is in, if any
 */
record Statements(DataSource database) {

    /** Of the database, in milliseconds. */
    private static final int LONGEST_SILENCE = 15_000;

    /** How a row becomes a value. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE);
            return work.with(connection);
        } catch (SQLException failure) {
            String state = failure.getSQLState();
            boolean away = state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("70");
            throw away ? new StorageUnavailable(failure) : new IllegalStateException(failure);
        }
    }

    /** Reads rows. */
    <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
        return run(connection -> {
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
        });
    }

    /** Changes rows. */
    void execute(String sql, @Nullable Object... parameters) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    /** The same for many rows of parameters. */
    void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    /** As many question marks as an {@code in} list needs. */
    static String marks(int count) {
        return "?,".repeat(count - 1) + "?";
    }

    static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
