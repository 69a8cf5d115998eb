package org.acervo.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Payload;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** What harvesters read: ranges of the tables that are kept in the order of the changes. */
final class DisseminationReader {

    private static final String COLUMNS =
            "d.publication, d.number, d.datestamp, d.deleted, d.length, d.crc, d.payload, d.plain";
    private static final String ALL = "select " + COLUMNS + " from dissemination d"
            + " where d.format = ? and d.coding = ? and d.number > ? order by d.number limit ?";
    private static final String OF_SET = "select straight_join " + COLUMNS + " from membership m join dissemination d"
            + " on d.format = ? and d.coding = ? and d.number = m.number"
            + " where m.set_id = ? and m.number > ? order by m.number limit ?";
    private static final String DEPARTED = "select publication, number, datestamp from departure"
            + " where set_id = ? and number > ? order by number limit ?";

    private final Connections connections;
    private final CodeTable formats;
    private final CodeTable sets;
    private final boolean setTombstones;

    DisseminationReader(Connections connections, CodeTable formats, CodeTable sets, boolean setTombstones) {
        this.connections = connections;
        this.formats = formats;
        this.sets = sets;
        this.setTombstones = setTombstones;
    }

    List<DisseminatedRecord> select(Selection selection, long afterNumber, int limit, Payload.Coding coding) {
        Integer format = formats.find(selection.prefix());
        SetSpec set = selection.set();
        Integer setId = set == null ? null : sets.find(set.value());
        if (format == null || set != null && setId == null) {
            return List.of();
        }
        int rows = DisseminationWriter.coding(selection.prefix(), coding);
        return connections.alone().together(sql -> {
            long after = afterNumber > 0 ? afterNumber : before(sql, "record", selection);
            List<DisseminatedRecord> live = setId == null
                    ? sql.query(ALL, DisseminationReader::record, format, rows, after, limit)
                    : sql.query(OF_SET, DisseminationReader::record, format, rows, setId, after, limit);
            if (!setTombstones || set == null || setId == null) {
                return upTo(selection.until(), live);
            }
            // A record may have changed again since it left: departures have a beginning of their own
            long departedAfter = afterNumber > 0 ? afterNumber : before(sql, "departure", selection);
            List<DisseminatedRecord> departed = departed(sql, set, setId, departedAfter, limit);
            return upTo(selection.until(), Tombstones.merge(live, departed, limit));
        });
    }

    private static List<DisseminatedRecord> departed(Sql sql, SetSpec set, int setId, long after, int limit) {
        Payload header = Tombstones.header(set);
        return sql.query(
                DEPARTED,
                row -> new DisseminatedRecord(
                        new PublicationId(row.getLong(1)), row.getLong(2), Sql.instant(row, 3), true, header),
                setId,
                after,
                limit);
    }

    /** The number before the first that {@code from} lets in; the largest there is where {@code until} ends before it. */
    private static long before(Sql sql, String table, Selection selection) {
        Instant from = selection.from();
        if (from == null) {
            return 0;
        }
        Instant until = selection.until();
        List<Long> first = sql.query(
                "select number, datestamp from " + table + " where datestamp >= ? order by datestamp, number limit 1",
                row -> until != null && Sql.instant(row, 2).isAfter(until) ? Long.MAX_VALUE : row.getLong(1) - 1,
                from);
        return first.isEmpty() ? Long.MAX_VALUE : first.get(0);
    }

    private static List<DisseminatedRecord> upTo(@Nullable Instant until, List<DisseminatedRecord> records) {
        if (until == null) {
            return records;
        }
        int end = 0;
        while (end < records.size() && !records.get(end).datestamp().isAfter(until)) {
            end++;
        }
        return records.subList(0, end);
    }

    long count(Selection selection) {
        SetSpec set = selection.set();
        if (set == null) {
            return connections
                    .alone()
                    .query(
                            "select count(*) from record where datestamp between ? and ?",
                            row -> row.getLong(1),
                            selection.from() == null ? EARLIEST : selection.from(),
                            selection.until() == null ? LATEST : selection.until())
                    .get(0);
        }
        Integer setId = sets.find(set.value());
        return setId == null ? 0 : connections.alone().together(sql -> countOfSet(sql, selection, setId));
    }

    private long countOfSet(Sql sql, Selection selection, int setId) {
        long after = before(sql, "record", selection);
        Instant until = selection.until();
        long last = until == null
                ? Long.MAX_VALUE
                : sql
                        .query(
                                "select number from record where datestamp <= ?"
                                        + " order by datestamp desc, number desc limit 1",
                                row -> row.getLong(1),
                                until)
                        .stream()
                        .findFirst()
                        .orElse(0L);
        long count = countBetween(sql, "membership", setId, after, last);
        return setTombstones ? count + departures(sql, setId, selection) : count;
    }

    private static long countBetween(Sql sql, String table, int setId, long after, long last) {
        return sql.query(
                        "select count(*) from " + table + " where set_id = ? and number > ? and number <= ?",
                        row -> row.getLong(1),
                        setId,
                        after,
                        last)
                .get(0);
    }

    private static long departures(Sql sql, int setId, Selection selection) {
        return sql.query(
                        "select count(*) from departure where set_id = ? and datestamp between ? and ?",
                        row -> row.getLong(1),
                        setId,
                        selection.from() == null ? EARLIEST : selection.from(),
                        selection.until() == null ? LATEST : selection.until())
                .get(0);
    }

    Optional<DisseminatedRecord> find(PublicationId id, String prefix) {
        Integer format = formats.find(prefix);
        return format == null
                ? Optional.empty()
                : connections
                        .alone()
                        .query(
                                "select straight_join " + COLUMNS
                                        + " from record r join dissemination d on d.format = ?"
                                        + " and d.coding = ? and d.number = r.number where r.publication = ?",
                                DisseminationReader::record,
                                format,
                                DisseminationWriter.coding(prefix, Payload.Coding.IDENTITY),
                                id.value())
                        .stream()
                        .findFirst();
    }

    Set<String> prefixes(PublicationId id) {
        return connections
                .alone()
                .query(
                        "select straight_join f.prefix from record r join oai_format f join dissemination d"
                                + " on d.format = f.id and d.coding = 0 and d.number = r.number where r.publication = ?"
                                + " and f.prefix <> ''",
                        row -> row.getString(1),
                        id.value())
                .stream()
                .collect(Collectors.toSet());
    }

    Optional<Instant> earliest() {
        return connections.alone().together(sql -> {
            List<Instant> earliest = new ArrayList<>(earliest(sql, "record"));
            if (setTombstones) {
                earliest.addAll(earliest(sql, "departure"));
            }
            return earliest.stream().min(Comparator.naturalOrder());
        });
    }

    private static List<Instant> earliest(Sql sql, String table) {
        return sql.query("select datestamp from " + table + " order by datestamp limit 1", row -> Sql.instant(row, 1));
    }

    private static final byte[] NOT_READ = {};
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static DisseminatedRecord record(ResultSet row) throws SQLException {
        return new DisseminatedRecord(
                new PublicationId(row.getLong(1)),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getBoolean(4),
                new Payload(bytes(row, 7), bytes(row, 8), row.getInt(5), row.getInt(6)));
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? NOT_READ : bytes;
    }
}
