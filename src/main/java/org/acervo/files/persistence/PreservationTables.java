package org.acervo.files.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Preservation;
import org.acervo.files.Preservations;
import org.acervo.files.PublicationFiles;
import org.acervo.sql.Sql;

/** The queue of what is to be preserved, and what is known of where and how contents lie. */
final class PreservationTables implements Preservations {

    private static final String COLUMNS = "publication, name, standing, media_type, size, sha256, language,"
            + " description, position, embargo, added, location";

    private final Sql sql;
    private final Clock clock;

    PreservationTables(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    @Override
    public void add(Preservation preservation) {
        sql.execute(
                "insert into preservation (number, publication, at, actor, reason, document, ends)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                preservation.number(),
                preservation.publication().value(),
                preservation.at(),
                preservation.actor(),
                preservation.reason(),
                preservation.document(),
                preservation.purge());
        List<Object[]> rows = new ArrayList<>();
        preservation.files().forEach((name, sha256) -> rows.add(new Object[] {preservation.number(), name, sha256}));
        sql.batch("insert into preservation_file (number, name, sha256) values (?, ?, ?)", rows);
    }

    @Override
    public List<PublicationId> waiting(Instant quiet, int limit) {
        return sql.query(
                "select publication from preservation group by publication"
                        + " having max(document is not null or ends) or max(at) <= ? order by max(ends) desc, min(number) limit ?",
                row -> new PublicationId(row.getLong(1)),
                quiet,
                limit);
    }

    @Override
    public List<Preservation> of(PublicationId publication, int limit) {
        return sql.query(
                "select number, publication, at, actor, reason, document, ends from preservation"
                        + " where publication = ? order by number limit ?",
                this::preservation,
                publication.value(),
                limit);
    }

    private Preservation preservation(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        Map<String, String> files = new HashMap<>();
        sql.query(
                        "select name, sha256 from preservation_file where number = ?",
                        file -> Map.entry(file.getString(1), file.getString(2)),
                        number)
                .forEach(each -> files.put(each.getKey(), each.getValue()));
        return new Preservation(
                number,
                new PublicationId(row.getLong("publication")),
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getString("reason"),
                files,
                row.getString("document"),
                row.getBoolean("ends"));
    }

    @Override
    public void done(PublicationId publication, long number, Map<String, String> locations) {
        List<Object[]> rows = new ArrayList<>();
        locations.forEach((sha256, location) -> rows.add(new Object[] {location, publication.value(), sha256}));
        sql.batch("update file set location = ? where publication = ? and sha256 = ? and location is null", rows);
        sql.execute(
                "delete f from preservation_file f join preservation p on p.number = f.number"
                        + " where p.publication = ? and p.number <= ?",
                publication.value(),
                number);
        sql.execute("delete from preservation where publication = ? and number <= ?", publication.value(), number);
    }

    @Override
    public Set<String> needed(Collection<String> sha256) {
        if (sha256.isEmpty()) {
            return Set.of();
        }
        String marks = Sql.marks(sha256.size());
        Object[] once = sha256.toArray();
        Object[] twice = Arrays.copyOf(once, once.length * 2);
        System.arraycopy(once, 0, twice, once.length, once.length);
        return new TreeSet<>(sql.query(
                "select sha256 from file where location is null and sha256 in (" + marks + ")"
                        + " union select f.sha256 from preservation_file f join preservation p on p.number = f.number"
                        + " where not p.ends and f.sha256 in (" + marks + ")",
                row -> row.getString(1),
                twice));
    }

    @Override
    public long backlog() {
        return sql.query("select count(*) from preservation", row -> row.getLong(1))
                .get(0);
    }

    @Override
    public List<Checked> unchecked(Duration since, int limit) {
        return sql.query(
                "select " + COLUMNS + " from file where checked < ? order by checked limit ?",
                row -> new Checked(FileTable.publicationFile(row), Optional.ofNullable(row.getString("location"))),
                clock.instant().minus(since),
                limit);
    }

    @Override
    public void checked(PublicationFile file, boolean damaged) {
        sql.execute(
                "update file set checked = ?, damaged = ? where publication = ? and name = ? and pending = ? and sha256 = ?",
                clock.instant(),
                damaged,
                file.publication().value(),
                file.name(),
                PublicationFiles.isPending(file),
                file.sha256());
    }

    @Override
    public List<PublicationFile> damaged() {
        return sql.query(
                "select " + COLUMNS + " from file where damaged order by publication, position, name, pending",
                FileTable::publicationFile);
    }
}
