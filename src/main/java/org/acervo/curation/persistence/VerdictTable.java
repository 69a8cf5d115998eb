package org.acervo.curation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.acervo.catalog.PublicationId;
import org.acervo.curation.Verdict;
import org.acervo.curation.Verdicts;
import org.acervo.sql.Sql;

/** Verdicts as rows, the lower id first. */
final class VerdictTable implements Verdicts {

    private static final String SELECT =
            "select publication, if(publication = lower_id, higher_id, lower_id), outcome, actor, at from verdict ";

    private final Sql sql;

    VerdictTable(DataSource database) {
        sql = new Sql(database);
    }

    @Override
    public List<Verdict> of(PublicationId publication) {
        return sql.query(
                SELECT + "where lower_id = ? or higher_id = ? order by lower_id, higher_id",
                VerdictTable::verdict,
                publication.value(),
                publication.value());
    }

    @Override
    public List<Verdict> newest(int limit) {
        return sql.query(
                SELECT + "order by at desc, lower_id desc, higher_id desc limit ?", VerdictTable::verdict, limit);
    }

    @Override
    public void put(Verdict verdict) {
        long one = verdict.publication().value();
        long other = verdict.other().value();
        sql.execute(
                "replace into verdict (lower_id, higher_id, publication, outcome, actor, at) values (?, ?, ?, ?, ?, ?)",
                Math.min(one, other),
                Math.max(one, other),
                one,
                verdict.outcome().name(),
                verdict.actor(),
                verdict.at());
    }

    @Override
    public void remove(PublicationId one, PublicationId other) {
        sql.execute(
                "delete from verdict where lower_id = ? and higher_id = ?",
                Math.min(one.value(), other.value()),
                Math.max(one.value(), other.value()));
    }

    @Override
    public void forget(PublicationId publication) {
        sql.execute(
                "delete from verdict where lower_id = ? or higher_id = ?", publication.value(), publication.value());
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                new PublicationId(row.getLong(1)),
                new PublicationId(row.getLong(2)),
                Verdict.Outcome.valueOf(row.getString(3)),
                row.getString(4),
                Sql.instant(row, 5));
    }
}
