package org.acervo.access.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.access.Accounts;
import org.acervo.access.Attempts;
import org.acervo.access.AuditTrail;
import org.acervo.access.Identities;
import org.acervo.access.QuotaSettings;
import org.acervo.access.Sessions;
import org.acervo.access.Tokens;
import org.acervo.sql.Sql;

/** Gives the container the adapters of the ports of access. */
@ApplicationScoped
class AccessTables {

    @Resource(lookup = "java:app/jdbc/acervo")
    @SuppressWarnings("NullAway.Init")
    private DataSource database;

    private Sql sql() {
        return new Sql(database);
    }

    @Produces
    @ApplicationScoped
    Accounts accounts() {
        return new AccountTable(sql());
    }

    @Produces
    @ApplicationScoped
    Tokens tokens() {
        return new TokenTable(sql());
    }

    @Produces
    @ApplicationScoped
    Sessions sessions() {
        return new SessionTable(sql());
    }

    @Produces
    @ApplicationScoped
    Identities identities() {
        return new IdentityTable(sql());
    }

    @Produces
    @ApplicationScoped
    Attempts attempts() {
        return new AttemptTable(sql());
    }

    @Produces
    @ApplicationScoped
    AuditTrail trail() {
        return new AuditTable(sql());
    }

    @Produces
    @ApplicationScoped
    QuotaSettings quotas() {
        return new QuotaTable(sql());
    }
}
