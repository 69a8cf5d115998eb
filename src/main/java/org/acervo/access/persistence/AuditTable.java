package org.acervo.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;
import org.acervo.sql.Sql;

/** The audit trail as rows. */
final class AuditTable implements AuditTrail {

    private static final int ACTOR = 100;
    private static final int SUBJECT = 255;
    private static final int ADDRESS = 64;
    private static final int DETAIL = 1000;

    private final Sql sql;

    AuditTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void note(AuditEntry entry) {
        sql.execute(
                "insert into audit_entry (at, action, actor, subject, address, detail) values (?, ?, ?, ?, ?, ?)",
                entry.at(),
                entry.action().code(),
                Sql.cut(entry.actor(), ACTOR),
                Sql.cut(entry.subject(), SUBJECT),
                Sql.cut(entry.address(), ADDRESS),
                Sql.cut(entry.detail(), DETAIL));
    }

    @Override
    public List<AuditEntry> before(long number, int limit) {
        return sql.query(
                "select number, at, action, actor, subject, address, detail from audit_entry where number < ?"
                        + " order by number desc limit ?",
                AuditTable::entry,
                number,
                limit);
    }

    @Override
    public void forgetBefore(Instant time) {
        sql.execute("delete from audit_entry where at < ? limit 100000", time);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Sql.instant(row, "at"),
                AuditEntry.Action.valueOf(
                        row.getString("action").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("actor"),
                row.getString("subject"),
                row.getString("address"),
                row.getString("detail"));
    }
}
