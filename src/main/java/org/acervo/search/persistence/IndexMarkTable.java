package org.acervo.search.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.search.IndexMarks;
import org.jspecify.annotations.Nullable;

/**
 * The marks of indexes in MariaDB.
 *
 * @param database gives connections that keep each statement at once
 */
record IndexMarkTable(DataSource database) implements IndexMarks {

    @Override
    public Optional<Marks> find(String index) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select mark, mark_before from search_index where id = ?")) {
            query.setString(1, index);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new Marks(rows.getString(1), rows.getString(2))) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public void keep(String index, Marks marks) {
        execute(
                "replace into search_index (id, mark, mark_before, at) values (?, ?, ?, utc_timestamp())",
                index,
                marks.last(),
                marks.before());
    }

    @Override
    public void forget(String index) {
        execute("delete from search_index where id = ?", index);
    }

    private void execute(String sql, @Nullable String... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    static RuntimeException failed(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08")
                ? new StorageUnavailable(failure)
                : new IllegalStateException(failure);
    }
}
