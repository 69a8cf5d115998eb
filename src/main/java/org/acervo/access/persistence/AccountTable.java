package org.acervo.access.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.acervo.access.Account;
import org.acervo.access.Accounts;
import org.acervo.access.PasswordHash;
import org.acervo.access.Role;
import org.acervo.sql.Sql;
import org.acervo.vocabulary.InterfaceLanguage;

/** The accounts as rows. */
final class AccountTable implements Accounts {

    private static final String SELECT =
            "select name, role, mission, delegations, language, password, disabled, creator," + " created from account";

    private final Sql sql;

    AccountTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Account> find(String name) {
        return sql.query(SELECT + " where name = ?", AccountTable::account, name).stream()
                .findFirst();
    }

    @Override
    public Optional<Account> hold(String name) {
        return sql.query(SELECT + " where name = ? for update", AccountTable::account, name).stream()
                .findFirst();
    }

    @Override
    public List<Account> all() {
        return sql.query(SELECT + " order by name", AccountTable::account);
    }

    @Override
    public boolean add(Account account) {
        return sql.execute(
                        "insert ignore into account (name, role, mission, delegations, language, password, disabled, creator,"
                                + " created) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        account.name(),
                        account.role().code(),
                        account.mission(),
                        Sql.joined(account.delegations()),
                        account.language().tag(),
                        account.password().encoded(),
                        account.disabled(),
                        account.creator(),
                        account.created())
                > 0;
    }

    @Override
    public void save(Account account) {
        sql.execute(
                "update account set role = ?, mission = ?, delegations = ?, language = ?, password = ?, disabled = ?"
                        + " where name = ?",
                account.role().code(),
                account.mission(),
                Sql.joined(account.delegations()),
                account.language().tag(),
                account.password().encoded(),
                account.disabled(),
                account.name());
    }

    @Override
    public boolean remove(String name) {
        return sql.execute("delete from account where name = ?", name) > 0;
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.find(row.getString("role")).orElseThrow(),
                row.getString("mission"),
                Sql.split(row.getString("delegations")),
                InterfaceLanguage.of(row.getString("language")),
                new PasswordHash(row.getString("password")),
                row.getBoolean("disabled"),
                row.getString("creator"),
                Sql.instant(row, "created"));
    }
}
