package org.acervo.files.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.acervo.sql.Sql;

/** The rows of files. */
final class FileTable implements PublicationFiles {

    private static final String SELECT = "select publication, name, standing, media_type, size, sha256, language,"
            + " description, position, embargo, added, added_by, location, shown from file ";
    private static final String ORDER = " order by publication, position, name, pending";

    /** Another content was never read again. */
    private static final String PUT =
            "insert into file (publication, name, pending, standing, media_type, size, sha256,"
                    + " language, description, position, embargo, added, added_by, location, shown, checked)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update"
                    + " checked = if(sha256 = values(sha256), checked, values(checked)),"
                    + " damaged = damaged and sha256 = values(sha256),"
                    + " standing = values(standing), media_type = values(media_type), size = values(size),"
                    + " sha256 = values(sha256), language = values(language), description = values(description),"
                    + " position = values(position), embargo = values(embargo), added = values(added),"
                    + " added_by = values(added_by), location = values(location), shown = values(shown)";

    private final Sql sql;

    /** @param database whose connections take part in the transaction that the thread is in */
    FileTable(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<HeldFile> of(PublicationId publication) {
        return sql.query(SELECT + "where publication = ?" + ORDER, FileTable::file, publication.value());
    }

    @Override
    public Map<PublicationId, List<HeldFile>> ofAll(Collection<PublicationId> publications) {
        if (publications.isEmpty()) {
            return new HashMap<>();
        }
        return sql
                .query(
                        SELECT + "where publication in (" + Sql.marks(publications.size()) + ")" + ORDER,
                        FileTable::file,
                        publications.stream().map(PublicationId::value).toArray())
                .stream()
                .collect(Collectors.groupingBy(each -> each.file().publication()));
    }

    @Override
    public void put(HeldFile held) {
        PublicationFile file = held.file();
        sql.execute(
                PUT,
                file.publication().value(),
                file.name(),
                PublicationFiles.isPending(file),
                file.standing().code(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                file.language(),
                file.description(),
                file.position(),
                file.embargo(),
                file.added(),
                held.addedBy(),
                held.location(),
                held.shown(),
                file.added());
        sql.execute(ExtractionTable.AWAIT, file.sha256(), file.added());
    }

    @Override
    public void remove(PublicationFile file) {
        sql.execute(
                "delete from file where publication = ? and name = ? and pending = ?",
                file.publication().value(),
                file.name(),
                PublicationFiles.isPending(file));
    }

    @Override
    public void removeAll(PublicationId publication) {
        sql.execute("delete from file where publication = ?", publication.value());
    }

    @Override
    public List<PublicationId> sharing(String sha256, PublicationId other, int limit) {
        return sql.query(
                "select distinct publication from file where sha256 = ? and publication <> ? order by publication limit ?",
                row -> new PublicationId(row.getLong(1)),
                sha256,
                other.value(),
                limit);
    }

    @Override
    public List<HeldFile> holding(String sha256) {
        return sql.query(SELECT + "where sha256 = ?" + ORDER, FileTable::file, sha256);
    }

    @Override
    public long stored(String mission) {
        return sql.query(
                        "select coalesce(sum(f.size), 0) from file f join publication p on p.id = f.publication"
                                + " where p.mission = ?",
                        row -> row.getLong(1),
                        mission)
                .get(0);
    }

    @Override
    public void shown(PublicationId publication, LocalDate today) {
        sql.execute(
                "update file set shown = (embargo is null or embargo <= ?)"
                        + " where publication = ? and not pending and shown <> (embargo is null or embargo <= ?)",
                today,
                publication.value(),
                today);
    }

    @Override
    public List<PublicationId> opening(LocalDate today, long afterId, int limit) {
        return sql.query(
                "select distinct publication from file where not shown and embargo <= ? and not pending"
                        + " and publication > ? order by publication limit ?",
                row -> new PublicationId(row.getLong(1)),
                today,
                afterId,
                limit);
    }

    private static HeldFile file(ResultSet row) throws SQLException {
        return new HeldFile(
                publicationFile(row), row.getString("added_by"), row.getString("location"), row.getBoolean("shown"));
    }

    static PublicationFile publicationFile(ResultSet row) throws SQLException {
        return new PublicationFile(
                new PublicationId(row.getLong("publication")),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("language"),
                row.getString("description"),
                row.getInt("position"),
                row.getObject("embargo", LocalDate.class),
                Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                Sql.instant(row, "added"));
    }
}
