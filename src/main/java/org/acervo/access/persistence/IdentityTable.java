package org.acervo.access.persistence;

import java.time.Instant;
import java.util.Optional;
import org.acervo.access.Identities;
import org.acervo.access.Identity;
import org.acervo.sql.Sql;

/** The links between accounts and persons as rows. */
final class IdentityTable implements Identities {

    private final Sql sql;

    IdentityTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> account(Identity identity) {
        return sql
                .query(
                        "select account from account_identity where issuer = ? and subject = ?",
                        row -> row.getString("account"),
                        identity.issuer(),
                        identity.subject())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Link> of(String account) {
        return sql
                .query(
                        "select issuer, subject, since from account_identity where account = ?",
                        row -> new Link(
                                new Identity(row.getString("issuer"), row.getString("subject")),
                                Sql.instant(row, "since")),
                        account)
                .stream()
                .findFirst();
    }

    @Override
    public boolean link(String account, Identity identity, Instant since) {
        return sql.execute(
                        "insert ignore into account_identity (account, issuer, subject, since) values (?, ?, ?, ?)",
                        account,
                        identity.issuer(),
                        identity.subject(),
                        since)
                > 0;
    }

    @Override
    public boolean unlink(String account) {
        return sql.execute("delete from account_identity where account = ?", account) > 0;
    }
}
