package org.acervo.access.persistence;

import java.sql.SQLException;
import org.acervo.access.AccessContract;
import org.acervo.access.Accounts;
import org.acervo.access.Attempts;
import org.acervo.access.AuditTrail;
import org.acervo.access.Identities;
import org.acervo.access.QuotaSettings;
import org.acervo.access.Sessions;
import org.acervo.access.Tokens;
import org.acervo.launcher.TestDatabase;
import org.acervo.sql.Sql;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** Holds the tables to the contract. */
class AccessTablesIT extends AccessContract {

    private final MariaDbPoolDataSource database = new MariaDbPoolDataSource();
    private final Sql sql = new Sql(database);

    @BeforeEach
    void migrate() throws SQLException {
        database.setUrl(TestDatabase.get().emptied());
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Accounts accounts() {
        return new AccountTable(sql);
    }

    @Override
    protected Tokens tokens() {
        return new TokenTable(sql);
    }

    @Override
    protected Sessions sessions() {
        return new SessionTable(sql);
    }

    @Override
    protected Identities identities() {
        return new IdentityTable(sql);
    }

    @Override
    protected Attempts attempts() {
        return new AttemptTable(sql);
    }

    @Override
    protected AuditTrail trail() {
        return new AuditTable(sql);
    }

    @Override
    protected QuotaSettings quotas() {
        return new QuotaTable(sql);
    }
}
