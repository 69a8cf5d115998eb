package org.acervo.search.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.search.SavedSearch;
import org.acervo.search.SavedSearches;
import org.acervo.sql.Sql;

/** Saved searches in MariaDB. */
final class SavedSearchTable implements SavedSearches {

    private static final String SELECT = "select id, owner, name, query, shared from saved_search ";

    private final Sql sql;

    /** @param database gives connections that keep each statement at once */
    SavedSearchTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public List<SavedSearch> of(String account, int limit) {
        return sql.query(
                SELECT + "where owner = ? or shared order by owner <> ?, name, id limit ?",
                SavedSearchTable::search,
                account,
                account,
                limit);
    }

    @Override
    public int count(String account) {
        return sql.query("select count(*) from saved_search where owner = ?", row -> row.getInt(1), account)
                .get(0);
    }

    @Override
    public Optional<SavedSearch> find(long id) {
        return sql.query(SELECT + "where id = ?", SavedSearchTable::search, id).stream()
                .findFirst();
    }

    @Override
    public SavedSearch add(SavedSearch search) {
        return search.numbered(sql.insert(
                "insert into saved_search (owner, name, query, shared) values (?, ?, ?, ?)",
                search.owner(),
                search.name(),
                search.query(),
                search.shared()));
    }

    @Override
    public void change(SavedSearch search) {
        sql.execute(
                "update saved_search set name = ?, shared = ? where id = ?",
                search.name(),
                search.shared(),
                search.id());
    }

    @Override
    public void remove(long id) {
        sql.execute("delete from saved_search where id = ?", id);
    }

    private static SavedSearch search(ResultSet row) throws SQLException {
        return new SavedSearch(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5));
    }
}
