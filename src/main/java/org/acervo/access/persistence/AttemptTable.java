package org.acervo.access.persistence;

import java.time.Instant;
import java.util.Optional;
import org.acervo.access.Attempts;
import org.acervo.access.TokenHash;
import org.acervo.sql.Sql;

/** The sign-ins under way as rows. */
final class AttemptTable implements Attempts {

    private final Sql sql;

    AttemptTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(TokenHash key, String goal, Instant begun) {
        sql.execute("insert into sign_in_attempt (hash, goal, begun) values (?, ?, ?)", key.hex(), goal, begun);
    }

    /** Of several at once the one whose statement removes the row has it. */
    @Override
    public Optional<String> take(TokenHash key, Instant notBefore) {
        Optional<String> goal = sql
                .query(
                        "select goal from sign_in_attempt where hash = ? and begun >= ?",
                        row -> row.getString("goal"),
                        key.hex(),
                        notBefore)
                .stream()
                .findFirst();
        boolean taken = sql.execute("delete from sign_in_attempt where hash = ?", key.hex()) > 0;
        return goal.filter(each -> taken);
    }

    @Override
    public void forget(Instant begunBefore) {
        sql.execute("delete from sign_in_attempt where begun < ?", begunBefore);
    }
}
