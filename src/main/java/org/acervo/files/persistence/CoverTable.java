package org.acervo.files.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Cover;
import org.acervo.files.Cover.Picture;
import org.acervo.files.Cover.Size;
import org.acervo.files.Covers;
import org.acervo.sql.Sql;
import org.acervo.vocabulary.Labels;

/** The pictures of publications as rows. */
final class CoverTable implements Covers {

    private static final byte[] NOT_READ = {};

    private final Sql sql;

    CoverTable(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Map<PublicationId, Cover> ofAll(Collection<PublicationId> publications) {
        Map<PublicationId, Cover> found = new HashMap<>();
        if (!publications.isEmpty()) {
            sql.query(
                            "select publication, source, chosen, digest, large_width, large_height, small_width,"
                                    + " small_height, alt_en, alt_es, alt_fr, alt_pt, credit from cover"
                                    + " where publication in (" + Sql.marks(publications.size()) + ")",
                            CoverTable::cover,
                            publications.stream().map(PublicationId::value).toArray())
                    .forEach(each -> found.put(each.publication(), each));
        }
        return found;
    }

    private static Cover cover(ResultSet row) throws SQLException {
        return new Cover(
                new PublicationId(row.getLong("publication")),
                row.getString("source"),
                row.getBoolean("chosen"),
                row.getString("digest"),
                new Picture(row.getInt("large_width"), row.getInt("large_height"), NOT_READ),
                new Picture(row.getInt("small_width"), row.getInt("small_height"), NOT_READ),
                new Labels(
                        row.getString("alt_en"),
                        row.getString("alt_es"),
                        row.getString("alt_fr"),
                        row.getString("alt_pt")),
                row.getString("credit"));
    }

    @Override
    public Optional<Picture> picture(PublicationId publication, Size size) {
        String column = size.name().toLowerCase(Locale.ROOT);
        return sql
                .query(
                        "select " + column + "_width, " + column + "_height, " + column
                                + " from cover where publication = ? and digest <> ''",
                        row -> new Picture(row.getInt(1), row.getInt(2), row.getBytes(3)),
                        publication.value())
                .stream()
                .findFirst();
    }

    @Override
    public void keep(Cover cover) {
        sql.execute(
                "replace into cover (publication, source, chosen, digest, large, large_width, large_height, small,"
                        + " small_width, small_height, alt_en, alt_es, alt_fr, alt_pt, credit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cover.publication().value(),
                cover.source(),
                cover.isChosen(),
                cover.digest(),
                cover.large().bytes(),
                cover.large().width(),
                cover.large().height(),
                cover.small().bytes(),
                cover.small().width(),
                cover.small().height(),
                cover.alt().en(),
                cover.alt().es(),
                cover.alt().fr(),
                cover.alt().pt(),
                cover.credit());
    }

    @Override
    public void remove(PublicationId publication) {
        sql.execute("delete from cover where publication = ?", publication.value());
    }
}
