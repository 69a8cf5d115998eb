package org.acervo.access.persistence;

import java.time.Instant;
import java.util.Optional;
import org.acervo.access.Session;
import org.acervo.access.Sessions;
import org.acervo.access.TokenHash;
import org.acervo.sql.Sql;

/** The sessions as rows. */
final class SessionTable implements Sessions {

    private final Sql sql;

    SessionTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(TokenHash key, Session session) {
        sql.execute(
                "insert into session (hash, account, begun, seen, federated) values (?, ?, ?, ?, ?)",
                key.hex(),
                session.account(),
                session.begun(),
                session.seen(),
                session.federated());
    }

    @Override
    public Optional<Session> find(TokenHash key) {
        return sql
                .query(
                        "select account, begun, seen, federated from session where hash = ?",
                        row -> new Session(
                                row.getString("account"),
                                Sql.instant(row, "begun"),
                                Sql.instant(row, "seen"),
                                row.getBoolean("federated")),
                        key.hex())
                .stream()
                .findFirst();
    }

    @Override
    public void seen(TokenHash key, Instant when) {
        sql.execute("update session set seen = ? where hash = ?", when, key.hex());
    }

    @Override
    public boolean end(TokenHash key) {
        return sql.execute("delete from session where hash = ?", key.hex()) > 0;
    }

    @Override
    public void endAll(String account) {
        sql.execute("delete from session where account = ?", account);
    }

    @Override
    public void forget(Instant begunBefore, Instant seenBefore) {
        sql.execute("delete from session where begun < ? or seen < ?", begunBefore, seenBefore);
    }
}
