package org.acervo.publishing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationId;
import org.acervo.publishing.Erasure;
import org.acervo.publishing.Erasure.Status;
import org.acervo.publishing.Erasures;
import org.acervo.sql.Sql;

/** Erasures as rows. */
final class ErasureTable implements Erasures {

    private static final String SELECT =
            "select publication, status, asked_by, asked, reason, decided_by, decided, done, source_key from erasure";
    private static final String UNFINISHED = "status in ('CONFIRMED', 'PURGING')";

    private final Sql sql;

    ErasureTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public Optional<Erasure> find(PublicationId publication) {
        return sql.query(SELECT + " where publication = ?", ErasureTable::erasure, publication.value()).stream()
                .findFirst();
    }

    @Override
    public Optional<Erasure> lock(PublicationId publication) {
        return sql
                .query(SELECT + " where publication = ? for update", ErasureTable::erasure, publication.value())
                .stream()
                .findFirst();
    }

    @Override
    public void keep(Erasure erasure) {
        sql.execute(
                "replace into erasure (publication, status, asked_by, asked, reason, decided_by, decided, done,"
                        + " source_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                erasure.publication().value(),
                erasure.status().name(),
                erasure.askedBy(),
                erasure.asked(),
                erasure.reason(),
                erasure.decidedBy(),
                erasure.decided(),
                erasure.done(),
                erasure.key());
    }

    @Override
    public List<Erasure> latest(int most) {
        return sql.query(SELECT + " order by asked desc, publication desc limit " + most, ErasureTable::erasure);
    }

    @Override
    public List<Erasure> claim(Instant now, Instant until) {
        List<Long> ids = sql.query(
                "select publication from erasure where " + UNFINISHED
                        + " and (claimed_until is null or claimed_until <= ?) order by publication for update skip locked",
                row -> row.getLong(1),
                now);
        return ids.stream().map(id -> claim(id, until)).toList();
    }

    private Erasure claim(long id, Instant until) {
        sql.execute("update erasure set status = 'PURGING', claimed_until = ? where publication = ?", until, id);
        return find(new PublicationId(id)).orElseThrow();
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(sql.query(
                "select distinct source_key from erasure where source_key is not null", row -> row.getString(1)));
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                new PublicationId(row.getLong(1)),
                Status.valueOf(row.getString(2)),
                row.getString(3),
                Sql.instant(row, 4),
                row.getString(5),
                row.getString(6),
                Sql.instantOrNull(row, 7),
                Sql.instantOrNull(row, 8),
                row.getString(9));
    }
}
