package org.acervo.deposit.bulk.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.deposit.bulk.BulkJob;
import org.acervo.deposit.bulk.SheetFindings;
import org.acervo.deposit.bulk.SheetFormat;
import org.acervo.sql.Sql;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/** The columns of a job. */
final class JobRow {

    static final String COLUMNS =
            "id, owner, mission, rights, delegations, sheet, archive, digest, client_key, follow_up,"
                    + " dry_run, language, state, total, created, started, ended, findings";
    static final String INSERT = "insert ignore into bulk_job (" + COLUMNS + ") values (" + "?, ".repeat(17) + "?)";

    private JobRow() {}

    static @Nullable Object[] values(BulkJob job) {
        Caller owner = job.owner();
        return new @Nullable Object[] {
            job.id(),
            owner.name(),
            owner.mission(),
            Sql.joined(owner.rights().stream().map(Right::code).toList()),
            Sql.joined(owner.delegations()),
            job.upload().sheet().extension(),
            job.upload().archive(),
            job.upload().digest(),
            job.upload().key(),
            job.wish().then().code(),
            job.wish().dryRun(),
            job.wish().language().tag(),
            job.state().code(),
            job.total(),
            job.created(),
            job.started(),
            job.ended(),
            SheetFindings.toText(job.findings())
        };
    }

    static BulkJob read(ResultSet row) throws SQLException {
        return new BulkJob(
                row.getString("id"),
                owner(row),
                new BulkJob.Upload(
                        SheetFormat.valueOf(upper(row, "sheet")),
                        row.getBoolean("archive"),
                        row.getString("digest"),
                        row.getString("client_key")),
                new BulkJob.Wish(
                        BulkJob.Then.valueOf(upper(row, "follow_up")),
                        row.getBoolean("dry_run"),
                        InterfaceLanguage.of(row.getString("language"))),
                BulkJob.State.valueOf(upper(row, "state")),
                row.getInt("total"),
                Sql.instant(row, "created"),
                Sql.instantOrNull(row, "started"),
                Sql.instantOrNull(row, "ended"),
                SheetFindings.fromText(row.getString("findings")));
    }

    private static Caller owner(ResultSet row) throws SQLException {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (String right : Sql.split(row.getString("rights"))) {
            rights.add(Right.valueOf(right.toUpperCase(Locale.ROOT)));
        }
        return new Caller(
                row.getString("owner"), row.getString("mission"), rights, Sql.split(row.getString("delegations")));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}
