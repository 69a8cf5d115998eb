package org.acervo.files.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Extraction;
import org.acervo.files.Extraction.Status;
import org.acervo.files.Extractions;
import org.acervo.files.Proposal;
import org.acervo.sql.Sql;

/** The rows of what contents say. {@link FileTable} makes them. */
final class ExtractionTable implements Extractions {

    /** Makes the row of a content that has none: SHA-256, and when it came. */
    static final String AWAIT = "insert ignore into extraction (sha256, status, since) values (?, 'WAITING', ?)";

    private static final String COLUMNS =
            "e.sha256, e.status, e.text, e.title, e.date, e.language, e.pages from extraction e ";

    private final Sql sql;

    ExtractionTable(DataSource database) {
        this.sql = new Sql(database);
    }

    private record Row(PublicationId publication, Extraction extraction) {}

    @Override
    public Map<PublicationId, List<Extraction>> ofAll(Collection<PublicationId> publications) {
        Map<PublicationId, Map<String, Extraction>> found = new HashMap<>();
        if (!publications.isEmpty()) {
            sql.query(
                            "select f.publication, " + COLUMNS + "join file f on f.sha256 = e.sha256"
                                    + " where f.publication in (" + Sql.marks(publications.size()) + ")"
                                    + " order by f.publication, f.position, f.name, f.pending",
                            row -> new Row(new PublicationId(row.getLong(1)), extraction(row)),
                            publications.stream().map(PublicationId::value).toArray())
                    .forEach(row -> found.computeIfAbsent(row.publication(), any -> new LinkedHashMap<>())
                            .putIfAbsent(row.extraction().sha256(), row.extraction()));
        }
        Map<PublicationId, List<Extraction>> all = new HashMap<>();
        found.forEach((id, contents) -> all.put(id, List.copyOf(contents.values())));
        return all;
    }

    @Override
    public Optional<Extraction> find(String sha256) {
        return sql.query("select " + COLUMNS + "where e.sha256 = ?", ExtractionTable::extraction, sha256).stream()
                .findFirst();
    }

    @Override
    public Optional<Claim> claim(Instant now, Instant until) {
        List<Claim> free = sql.query(
                "select sha256, attempts from extraction where status = 'WAITING'"
                        + " and (claimed_until is null or claimed_until <= ?)"
                        + " order by since desc, sha256 limit 1 for update skip locked",
                row -> new Claim(row.getString(1), row.getInt(2) + 1),
                now);
        free.forEach(each -> sql.execute(
                "update extraction set attempts = ?, claimed_until = ? where sha256 = ?",
                Math.min(each.attempt(), Byte.MAX_VALUE),
                until,
                each.sha256()));
        return free.stream().findFirst();
    }

    @Override
    public void giveBack(Claim claim) {
        sql.execute(
                "update extraction set attempts = ?, claimed_until = null where sha256 = ? and status = 'WAITING'",
                claim.attempt() - 1,
                claim.sha256());
    }

    @Override
    public void keep(Extraction found) {
        Proposal proposal = found.proposal();
        sql.execute(
                "update extraction set status = ?, text = ?, title = ?, date = ?, language = ?, pages = ?,"
                        + " claimed_until = null where sha256 = ?"
                        + " and exists (select 1 from file f where f.sha256 = extraction.sha256)",
                found.status().name(),
                found.deflated().length == 0 ? null : found.deflated(),
                proposal.title(),
                proposal.date(),
                proposal.language(),
                proposal.pages(),
                found.sha256());
    }

    @Override
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        sql.query(
                        "select status, count(*) from extraction group by status",
                        row -> Map.entry(Status.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** Two changes at the same time may have taken the row of a content that one of them has brought: it is made again. */
    @Override
    public void tidy() {
        Sql patient = sql.patient();
        patient.execute("delete e from extraction e left join file f on f.sha256 = e.sha256 where f.sha256 is null");
        patient.execute("insert ignore into extraction (sha256, status, since)"
                + " select f.sha256, 'WAITING', max(f.added) from file f"
                + " left join extraction e on e.sha256 = f.sha256 where e.sha256 is null group by f.sha256");
    }

    private static Extraction extraction(ResultSet row) throws SQLException {
        int pages = row.getInt("pages");
        return new Extraction(
                row.getString("sha256"),
                Status.valueOf(row.getString("status")),
                Objects.requireNonNullElse(row.getBytes("text"), new byte[0]),
                new Proposal(
                        row.getString("title"),
                        row.getString("date"),
                        row.getString("language"),
                        pages == 0 ? null : pages));
    }
}
