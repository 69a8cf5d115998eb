package org.acervo.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import org.acervo.catalog.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Plain statements. An {@link Instant} among the parameters is bound as a date and time in UTC, to the microsecond; a
 * column that keeps less leaves the rest off.
 *
 * <p>What may succeed later, because the database is away, full or read-only or another has the lock, is a
 * {@link StorageUnavailable}; any other failure is an {@link IllegalStateException}. Either has the {@link SQLException}
 * as its cause, where whoever runs the transaction finds a lost deadlock and tries again. A database that says nothing for
 * longer than its address allows ({@code socketTimeout}) counts as away, and the connection is lost.
 *
 * <p>As thread-safe as where its connections come from.
 */
public final class Sql {

    private static final Set<Integer> FULL_OR_READ_ONLY = Set.of(1021, 1114, 1290, 1836);

    /** A deadlock, the end of the wait for a lock, and a row that has changed since the transaction began. */
    private static final Set<Integer> LOST = Set.of(1213, 1205, 1020);

    private static final int TAKEN = 1062;

    private final Source source;

    private Sql(Source source) {
        this.source = source;
    }

    /** @param database gives each statement a connection, the transaction's where it knows the thread's */
    public Sql(DataSource database) {
        this(new Borrowed(database));
    }

    /** Statements on a connection that stays open. */
    public static Sql on(Connection connection) {
        return new Sql(new Held(connection));
    }

    /** How a row becomes a value. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with a connection. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private interface Prepared<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private interface Source {
        <T> T run(Work<T> work) throws SQLException;
    }

    private record Borrowed(DataSource database) implements Source {
        @Override
        public <T> T run(Work<T> work) throws SQLException {
            try (Connection connection = database.getConnection()) {
                return work.with(connection);
            }
        }
    }

    private record Held(Connection connection) implements Source {
        @Override
        public <T> T run(Work<T> work) throws SQLException {
            return work.with(connection);
        }
    }

    private record Patient(Source source) implements Source {
        @Override
        public <T> T run(Work<T> work) throws SQLException {
            return source.run(connection -> {
                int limit = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, 0);
                try {
                    return work.with(connection);
                } finally {
                    if (!connection.isClosed()) {
                        connection.setNetworkTimeout(Runnable::run, limit);
                    }
                }
            });
        }
    }

    /** The same without a limit to how long the database says nothing: for what may truly take minutes. */
    public Sql patient() {
        return new Sql(new Patient(source));
    }

    /** Several statements on the same connection. */
    public <T> T together(Function<Sql, T> statements) {
        return with(connection -> statements.apply(on(connection)));
    }

    /** What no other method here can do. */
    public <T> T with(Work<T> work) {
        try {
            return source.run(work);
        } catch (SQLException failure) {
            boolean later = isUnavailable(failure) || isLost(failure);
            throw later ? new StorageUnavailable(failure) : new IllegalStateException(failure);
        }
    }

    /** Whether the database went away (SQLSTATE class 08), is full, read-only or has no connection left. */
    public static boolean isUnavailable(Throwable failure) {
        SQLException cause = cause(failure);
        if (cause == null) {
            return false;
        }
        String state = cause.getSQLState();
        return state == null
                || FULL_OR_READ_ONLY.contains(cause.getErrorCode())
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("70");
    }

    /** Whether another had the lock that was needed: the whole transaction may be tried again. */
    public static boolean isLost(Throwable failure) {
        SQLException cause = cause(failure);
        return cause != null && LOST.contains(cause.getErrorCode());
    }

    /** What the database said, where that is what a failure comes from. */
    public static @Nullable SQLException cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** Reads all rows. */
    public <T> List<T> query(String sql, Row<T> row, @Nullable Object... parameters) {
        return with(connection -> prepared(connection.prepareStatement(sql), parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(row.read(rows));
                }
                return values;
            }
        }));
    }

    /** Gives how many rows were found to be changed, whether or not they already were as they should be. */
    public int execute(String sql, @Nullable Object... parameters) {
        return with(
                connection -> prepared(connection.prepareStatement(sql), parameters, PreparedStatement::executeUpdate));
    }

    /** Inserts a row and gives the number that the database has given it. */
    public long insert(String sql, @Nullable Object... parameters) {
        return with(connection ->
                prepared(connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS), parameters, statement -> {
                    statement.executeUpdate();
                    try (ResultSet keys = statement.getGeneratedKeys()) {
                        keys.next();
                        return keys.getLong(1);
                    }
                }));
    }

    /** Inserts a row and says whether it could: not where another has its key. */
    public boolean add(String sql, @Nullable Object... parameters) {
        return with(connection -> {
            try {
                prepared(connection.prepareStatement(sql), parameters, PreparedStatement::executeUpdate);
                return true;
            } catch (SQLIntegrityConstraintViolationException refused) {
                if (refused.getErrorCode() == TAKEN) {
                    return false;
                }
                throw refused;
            }
        });
    }

    /** Executes one statement for many rows of parameters, in one exchange where the driver can; for none, nothing. */
    public void batch(String sql, List<? extends @Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (@Nullable Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    private static <T> T prepared(PreparedStatement prepared, @Nullable Object[] parameters, Prepared<T> work)
            throws SQLException {
        try (PreparedStatement statement = prepared) {
            bind(statement, parameters);
            return work.with(statement);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant time ? utc(time) : value);
        }
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** As many question marks as an {@code in} list needs, which is at least one. */
    public static String marks(int count) {
        return "?,".repeat(count - 1) + "?";
    }

    /** A time that is there. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    /** A time that is there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row, row.findColumn(column));
    }

    /** A time, or null where the column is. */
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** A time, or null where the column is. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        return instantOrNull(row, row.findColumn(column));
    }

    /** Codes without blanks as one text, in their order. */
    public static String joined(Collection<String> codes) {
        return String.join(" ", new TreeSet<>(codes));
    }

    /** What {@link #joined} has made one text. */
    public static Set<String> split(String codes) {
        return codes.isEmpty() ? Set.of() : Set.of(codes.split(" ", -1));
    }

    /** At most so many UTF-16 units, without half a character at the end. */
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
