package org.acervo.access.persistence;

import java.util.OptionalLong;
import org.acervo.access.QuotaSettings;
import org.acervo.sql.Sql;

/** The missions' quotas as rows. */
final class QuotaTable implements QuotaSettings {

    private final Sql sql;

    QuotaTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public OptionalLong find(String mission) {
        return sql
                .query("select bytes from mission_quota where mission = ?", row -> row.getLong("bytes"), mission)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public void set(String mission, OptionalLong bytes) {
        if (bytes.isPresent()) {
            sql.execute("replace into mission_quota (mission, bytes) values (?, ?)", mission, bytes.getAsLong());
        } else {
            sql.execute("delete from mission_quota where mission = ?", mission);
        }
    }
}
