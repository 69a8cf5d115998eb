package org.acervo.search.persistence;

import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.search.IndexMarks;
import org.acervo.sql.Sql;

/** The marks of indexes in MariaDB. */
final class IndexMarkTable implements IndexMarks {

    private final Sql sql;

    /** @param database gives connections that keep each statement at once */
    IndexMarkTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public Optional<Marks> find(String index) {
        return sql
                .query(
                        "select mark, mark_before from search_index where id = ?",
                        row -> new Marks(row.getString(1), row.getString(2)),
                        index)
                .stream()
                .findFirst();
    }

    @Override
    public void keep(String index, Marks marks) {
        sql.execute(
                "replace into search_index (id, mark, mark_before, at) values (?, ?, ?, utc_timestamp())",
                index,
                marks.last(),
                marks.before());
    }

    @Override
    public void forget(String index) {
        sql.execute("delete from search_index where id = ?", index);
    }
}
