package org.acervo.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.access.Right;
import org.acervo.access.Token;
import org.acervo.access.TokenHash;
import org.acervo.access.Tokens;
import org.acervo.sql.Sql;

/** The tokens as rows. */
final class TokenTable implements Tokens {

    private static final String SELECT =
            "select id, mission, label, scopes, delegations, creator, created, expires, used,"
                    + " revoked from mission_token";

    private final Sql sql;

    TokenTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Token token, TokenHash hash) {
        sql.execute(
                "insert into mission_token (id, hash, mission, label, scopes, delegations, creator, created, expires, used,"
                        + " revoked) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                hash.hex(),
                token.mission(),
                token.label(),
                Sql.joined(token.scopes().stream().map(Right::code).toList()),
                Sql.joined(token.delegations()),
                token.creator(),
                token.created(),
                token.expires(),
                token.used(),
                token.revoked());
    }

    @Override
    public Optional<Token> find(String id) {
        return sql.query(SELECT + " where id = ?", TokenTable::token, id).stream()
                .findFirst();
    }

    @Override
    public Optional<Token> find(TokenHash hash) {
        return sql.query(SELECT + " where hash = ?", TokenTable::token, hash.hex()).stream()
                .findFirst();
    }

    @Override
    public List<Token> all() {
        return sql.query(SELECT + " order by created desc, id", TokenTable::token);
    }

    @Override
    public boolean revoke(String id, Instant when) {
        return sql.execute("update mission_token set revoked = ? where id = ? and revoked is null", when, id) > 0;
    }

    @Override
    public void used(String id, Instant when) {
        sql.execute("update mission_token set used = ? where id = ?", when, id);
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("mission"),
                row.getString("label"),
                rights(Sql.split(row.getString("scopes"))),
                Sql.split(row.getString("delegations")),
                row.getString("creator"),
                Sql.instant(row, "created"),
                Sql.instantOrNull(row, "expires"),
                Sql.instantOrNull(row, "used"),
                Sql.instantOrNull(row, "revoked"));
    }

    private static Set<Right> rights(Set<String> codes) {
        return codes.stream()
                .map(code -> Right.valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
