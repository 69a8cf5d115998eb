package org.acervo.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.acervo.catalog.Tick;
import org.acervo.sql.Sql;

/**
 * The one row that puts all changes in order. Its time is the database's; a node's own clock plays no part. A writer holds
 * the row from its tick until it commits, so numbers and datestamps rise in commit order, and what a reader finds
 * committed in the row is a time before which no change can still appear.
 */
final class ClockRow {

    private final Connections connections;

    ClockRow(Connections connections) {
        this.connections = connections;
    }

    /** In one statement, because every other writer waits from here on. */
    Tick tick(int numbers) {
        return connections
                .current()
                .query(
                        "insert into clock (id, number, datestamp) values (1, 0, utc_timestamp()) on duplicate key update"
                                + " number = number + ?, datestamp = greatest(datestamp, utc_timestamp())"
                                + " returning number, datestamp",
                        row -> tick(row.getLong(1), numbers, Sql.instant(row, 2)),
                        numbers)
                .get(0);
    }

    /** Where the row is missing, as after a broken restoration, numbers must not begin again. */
    private static Tick tick(long last, int numbers, Instant datestamp) {
        if (last < numbers) {
            throw new IllegalStateException("The row that puts changes in order is missing");
        }
        return new Tick(last - numbers + 1, datestamp);
    }

    Instant now() {
        record Committed(Instant datestamp, boolean old) {}
        return connections.alone().with(connection -> {
            Committed committed = Sql.on(connection)
                    .query(
                            "select datestamp, utc_timestamp() > datestamp from clock where id = 1",
                            row -> new Committed(Sql.instant(row, 1), row.getBoolean(2)))
                    .get(0);
            return committed.old() ? advance(connection, committed.datestamp()) : committed.datestamp();
        });
    }

    /** Moves the row to the present in a transaction of its own; where a writer holds it, what is committed stands. */
    private static Instant advance(Connection connection, Instant committed) throws SQLException {
        Sql sql = Sql.on(connection);
        connection.setAutoCommit(false);
        try {
            sql.query("select number from clock where id = 1 for update nowait", row -> row.getLong(1));
            sql.execute("update clock set datestamp = greatest(datestamp, utc_timestamp()) where id = 1");
            Instant moved = sql.query("select datestamp from clock where id = 1", row -> Sql.instant(row, 1))
                    .get(0);
            connection.commit();
            return moved;
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            if (Sql.isLost(failure)) {
                return committed;
            }
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
