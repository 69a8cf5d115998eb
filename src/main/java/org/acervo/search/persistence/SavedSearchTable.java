package org.acervo.search.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.search.SavedSearch;
import org.acervo.search.SavedSearches;

/**
 * Saved searches in MariaDB.
 *
 * @param database gives connections that keep each statement at once
 */
record SavedSearchTable(DataSource database) implements SavedSearches {

    private static final String SELECT = "select id, owner, name, query, shared from saved_search ";

    /** Work on a prepared statement. */
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    @Override
    public List<SavedSearch> of(String account, int limit) {
        return select(
                SELECT + "where owner = ? or shared order by owner <> ?, name, id limit ?", account, account, limit);
    }

    @Override
    public int count(String account) {
        return run(
                "select count(*) from saved_search where owner = ?",
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                        return rows.getInt(1);
                    }
                },
                account);
    }

    @Override
    public Optional<SavedSearch> find(long id) {
        return select(SELECT + "where id = ?", id).stream().findFirst();
    }

    @Override
    public SavedSearch add(SavedSearch search) {
        return run(
                "insert into saved_search (owner, name, query, shared) values (?, ?, ?, ?)",
                statement -> {
                    statement.executeUpdate();
                    try (ResultSet keys = statement.getGeneratedKeys()) {
                        keys.next();
                        return search.numbered(keys.getLong(1));
                    }
                },
                search.owner(),
                search.name(),
                search.query(),
                search.shared());
    }

    @Override
    public void change(SavedSearch search) {
        run(
                "update saved_search set name = ?, shared = ? where id = ?",
                PreparedStatement::executeUpdate,
                search.name(),
                search.shared(),
                search.id());
    }

    @Override
    public void remove(long id) {
        run("delete from saved_search where id = ?", PreparedStatement::executeUpdate, id);
    }

    private List<SavedSearch> select(String sql, Object... parameters) {
        return run(
                sql,
                statement -> {
                    List<SavedSearch> all = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            all.add(new SavedSearch(
                                    rows.getLong(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getBoolean(5)));
                        }
                    }
                    return all;
                },
                parameters);
    }

    private <T> T run(String sql, Work<T> work, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.with(statement);
        } catch (SQLException failure) {
            throw IndexMarkTable.failed(failure);
        }
    }
}
