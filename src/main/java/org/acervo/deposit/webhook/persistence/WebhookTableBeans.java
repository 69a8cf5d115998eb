package org.acervo.deposit.webhook.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.acervo.deposit.webhook.Webhooks;

/** Gives the container the adapter of webhooks. */
@ApplicationScoped
class WebhookTableBeans {

    @Resource(lookup = "java:app/jdbc/acervo")
    private DataSource database;

    @Produces
    @ApplicationScoped
    Webhooks webhooks() {
        return new WebhookTables(database);
    }
}
