package org.acervo.site.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.site.Edition;
import org.acervo.site.Editions;
import org.acervo.site.SitePage;
import org.acervo.vocabulary.Labels;

/**
 * The editions of pages as rows.
 *
 * @param database gives connections that keep each statement at once
 */
record EditionTable(DataSource database) implements Editions {

    private static final String SELECT =
            "select page, version, en, es, fr, pt, features, author, at from site_edition where page = ?"
                    + " order by version desc limit ?";
    private static final int ALL = 1_000;

    @Override
    public Optional<Edition> find(SitePage page) {
        return read(page, 1).stream().findFirst();
    }

    @Override
    public List<Edition> history(SitePage page) {
        return read(page, ALL);
    }

    private List<Edition> read(SitePage page, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SELECT)) {
            query.setString(1, page.path());
            query.setInt(2, limit);
            List<Edition> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(edition(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Edition edition(ResultSet row) throws SQLException {
        String features = row.getString("features");
        return new Edition(
                new SitePage(row.getString("page")),
                row.getInt("version"),
                new Labels(row.getString("en"), row.getString("es"), row.getString("fr"), row.getString("pt")),
                features.isEmpty() ? List.of() : List.of(features.split("\n", -1)),
                row.getString("author"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    @Override
    public boolean add(Edition next) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into site_edition (page, version, en, es, fr, pt, features, author, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, next.page().path());
            insert.setInt(2, next.version());
            insert.setString(3, next.text().en());
            insert.setString(4, next.text().es());
            insert.setString(5, next.text().fr());
            insert.setString(6, next.text().pt());
            insert.setString(7, String.join("\n", next.features()));
            insert.setString(8, next.author());
            insert.setObject(9, LocalDateTime.ofInstant(next.at(), ZoneOffset.UTC));
            insert.executeUpdate();
            return true;
        } catch (SQLIntegrityConstraintViolationException taken) {
            return false;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static RuntimeException failed(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08")
                ? new StorageUnavailable(failure)
                : new IllegalStateException(failure);
    }
}
