package org.acervo.site.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.site.Edition;
import org.acervo.site.Editions;
import org.acervo.site.SitePage;
import org.acervo.sql.Sql;
import org.acervo.vocabulary.Labels;

/** The editions of pages as rows. */
final class EditionTable implements Editions {

    private static final String SELECT =
            "select page, version, en, es, fr, pt, features, author, at from site_edition where page = ?"
                    + " order by version desc limit ?";
    private static final int ALL = 1_000;

    private final Sql sql;

    EditionTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public Optional<Edition> find(SitePage page) {
        return read(page, 1).stream().findFirst();
    }

    @Override
    public List<Edition> history(SitePage page) {
        return read(page, ALL);
    }

    private List<Edition> read(SitePage page, int limit) {
        return sql.query(SELECT, EditionTable::edition, page.path(), limit);
    }

    private static Edition edition(ResultSet row) throws SQLException {
        String features = row.getString("features");
        return new Edition(
                new SitePage(row.getString("page")),
                row.getInt("version"),
                new Labels(row.getString("en"), row.getString("es"), row.getString("fr"), row.getString("pt")),
                features.isEmpty() ? List.of() : List.of(features.split("\n", -1)),
                row.getString("author"),
                Sql.instant(row, "at"));
    }

    @Override
    public boolean add(Edition next) {
        return sql.add(
                "insert into site_edition (page, version, en, es, fr, pt, features, author, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                next.page().path(),
                next.version(),
                next.text().en(),
                next.text().es(),
                next.text().fr(),
                next.text().pt(),
                String.join("\n", next.features()),
                next.author(),
                next.at());
    }
}
