package org.acervo.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.acervo.catalog.Tick;

/**
 * The one row that puts all changes in order. Its time is the database's; a node's own clock plays no part. A writer holds
 * the row from its tick until it commits, so numbers and datestamps rise in commit order, and what a reader finds
 * committed in the row is a time before which no change can still appear.
 */
final class ClockRow {

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final Connections connections;

    ClockRow(Connections connections) {
        this.connections = connections;
    }

    Tick tick(int numbers) {
        return connections.write(connection -> {
            Connections.execute(
                    connection,
                    "update clock set number = number + ?, datestamp = greatest(datestamp, utc_timestamp()) where id = 1",
                    numbers);
            return Connections.query(
                            connection,
                            "select number, datestamp from clock where id = 1",
                            row -> new Tick(row.getLong(1) - numbers + 1, DisseminationReader.datestamp(row, 2)))
                    .get(0);
        });
    }

    Instant now() {
        record Committed(Instant datestamp, boolean old) {}
        return connections.read(connection -> {
            Committed committed = Connections.query(
                            connection,
                            "select datestamp, utc_timestamp() > datestamp from clock where id = 1",
                            row -> new Committed(DisseminationReader.datestamp(row, 1), row.getBoolean(2)))
                    .get(0);
            return committed.old() ? advance(connection, committed.datestamp()) : committed.datestamp();
        });
    }

    /** Moves the row to the present in a transaction of its own; where a writer holds it, what is committed stands. */
    private static Instant advance(Connection connection, Instant committed) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Connections.query(
                    connection, "select number from clock where id = 1 for update nowait", row -> row.getLong(1));
            Connections.execute(
                    connection, "update clock set datestamp = greatest(datestamp, utc_timestamp()) where id = 1");
            Instant moved = Connections.query(
                            connection,
                            "select datestamp from clock where id = 1",
                            row -> DisseminationReader.datestamp(row, 1))
                    .get(0);
            connection.commit();
            return moved;
        } catch (SQLException failure) {
            connection.rollback();
            if (failure.getErrorCode() == LOCK_WAIT_TIMEOUT) {
                return committed;
            }
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
