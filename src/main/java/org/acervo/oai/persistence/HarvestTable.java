package org.acervo.oai.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.acervo.oai.Harvest;
import org.acervo.sql.Sql;

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

    private final Sql sql;

    HarvestTable(DataSource database) {
        sql = new Sql(database);
    }

    /** Adds what is new of harvests, known or not. */
    void add(List<Harvest> harvests) {
        sql.batch(ADD, harvests.stream().map(HarvestTable::row).toList());
    }

    List<Harvest> latest(int limit) {
        return sql.query(LATEST, HarvestTable::harvest, limit);
    }

    /** Deletes what nobody has added to for a year, some of it at least. */
    void sweep() {
        sql.execute(SWEEP);
    }

    private static Object[] row(Harvest harvest) {
        return new Object[] {
            harvest.id(),
            harvest.begun(),
            harvest.seen(),
            Sql.cut(harvest.address(), ADDRESS),
            Sql.cut(harvest.agent(), AGENT),
            Sql.cut(harvest.arguments(), ARGUMENTS),
            harvest.pages(),
            harvest.records(),
            harvest.errors(),
            harvest.complete()
        };
    }

    private static Harvest harvest(ResultSet row) throws SQLException {
        return new Harvest(
                row.getLong(1),
                Sql.instant(row, 2),
                Sql.instant(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getBoolean(10));
    }
}
