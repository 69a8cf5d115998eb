package org.acervo.oai.persistence;

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
import org.acervo.oai.Harvest;

/** The rows of harvests. Several nodes may add to one row. Thread-safe. */
final class HarvestTable {

    private static final String ADD =
            "insert into harvest (id, begun, seen, address, agent, arguments, pages, records, errors, complete)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on duplicate key update begun = least(begun, values(begun)), seen = greatest(seen, values(seen)),"
                    + " pages = pages + values(pages), records = records + values(records),"
                    + " errors = errors + values(errors), complete = complete or values(complete)";
    private static final String LATEST =
            "select id, begun, seen, address, agent, arguments, pages, records, errors, complete"
                    + " from harvest order by seen desc, id limit ?";
    private static final String SWEEP =
            "delete from harvest where seen < utc_timestamp() - interval 1 year limit 10000";
    private static final int ADDRESS = 64;
    private static final int AGENT = 255;
    private static final int ARGUMENTS = 1000;

    private final DataSource database;

    HarvestTable(DataSource database) {
        this.database = database;
    }

    /** Adds what is new of harvests, known or not. */
    void add(List<Harvest> harvests) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (Harvest harvest : harvests) {
                statement.setLong(1, harvest.id());
                statement.setObject(2, utc(harvest.begun()));
                statement.setObject(3, utc(harvest.seen()));
                statement.setString(4, cut(harvest.address(), ADDRESS));
                statement.setString(5, cut(harvest.agent(), AGENT));
                statement.setString(6, cut(harvest.arguments(), ARGUMENTS));
                statement.setLong(7, harvest.pages());
                statement.setLong(8, harvest.records());
                statement.setLong(9, harvest.errors());
                statement.setBoolean(10, harvest.complete());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    List<Harvest> latest(int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setInt(1, limit);
            List<Harvest> harvests = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    harvests.add(harvest(rows));
                }
            }
            return harvests;
        } catch (SQLException failure) {
            throw new StorageUnavailable(failure);
        }
    }

    /** Deletes what nobody has added to for a year, some of it at least. */
    void sweep() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SWEEP)) {
            statement.executeUpdate();
        }
    }

    private static Harvest harvest(ResultSet row) throws SQLException {
        return new Harvest(
                row.getLong(1),
                instant(row, 2),
                instant(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getBoolean(10));
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** At most so many UTF-16 units, without half a character at the end. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
