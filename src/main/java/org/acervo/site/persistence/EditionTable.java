package org.acervo.site.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.acervo.site.Edition;
import org.acervo.site.Editions;
import org.acervo.site.SitePage;
import org.acervo.sql.Sql;
import org.acervo.vocabulary.Labels;

/** The editions of pages as rows. */
final class EditionTable implements Editions {

    private static final String COLUMNS =
            "page, version, name_en, name_es, name_fr, name_pt, en, es, fr, pt, features, author, at";
    private static final int ALL = 1_000;

    private final Sql sql;

    EditionTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public Map<SitePage, Edition> findAll(Collection<SitePage> pages) {
        Map<SitePage, Edition> found = new HashMap<>();
        if (!pages.isEmpty()) {
            sql.query(
                            "select " + COLUMNS + " from site_edition e where page in (" + Sql.marks(pages.size())
                                    + ") and version = (select max(version) from site_edition where page = e.page)",
                            EditionTable::edition,
                            pages.stream().map(SitePage::path).toArray())
                    .forEach(each -> found.put(each.page(), each));
        }
        return found;
    }

    @Override
    public List<Edition> history(SitePage page) {
        return sql.query(
                "select " + COLUMNS + " from site_edition where page = ? order by version desc limit ?",
                EditionTable::edition,
                page.path(),
                ALL);
    }

    private static Edition edition(ResultSet row) throws SQLException {
        String features = row.getString("features");
        return new Edition(
                new SitePage(row.getString("page")),
                row.getInt("version"),
                labels(row, "name_"),
                labels(row, ""),
                features.isEmpty() ? List.of() : List.of(features.split("\n", -1)),
                row.getString("author"),
                Sql.instant(row, "at"));
    }

    private static Labels labels(ResultSet row, String prefix) throws SQLException {
        return new Labels(
                row.getString(prefix + "en"),
                row.getString(prefix + "es"),
                row.getString(prefix + "fr"),
                row.getString(prefix + "pt"));
    }

    @Override
    public boolean add(Edition next) {
        return sql.add(
                "insert into site_edition (" + COLUMNS + ") values (" + Sql.marks(13) + ")",
                next.page().path(),
                next.version(),
                next.name().en(),
                next.name().es(),
                next.name().fr(),
                next.name().pt(),
                next.text().en(),
                next.text().es(),
                next.text().fr(),
                next.text().pt(),
                String.join("\n", next.features()),
                next.author(),
                next.at());
    }
}
