package org.acervo.deposit.webhook.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.acervo.catalog.Transactions;
import org.acervo.deposit.webhook.Webhook;
import org.acervo.deposit.webhook.Webhooks;
import org.acervo.deposit.webhook.WebhooksContract;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTablesIT extends WebhooksContract {

    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @Override
    protected Webhooks empty() {
        return new WebhookTables(node.database());
    }

    @Override
    protected Transactions transactions() {
        return node.transactions();
    }

    /** Two nodes that look at the same moment: what one is taking, the other passes over without waiting. */
    @Test
    void whatAnotherNodeIsTakingIsPassedOver() throws Exception {
        Webhooks webhooks = new WebhookTables(node.database());
        Instant now = Instant.parse("2022-06-01T10:00:00Z");
        long id = webhooks.add(new Webhook(0, null, "https://a.example/", Set.of(), true, "v1:a", now, "admin"))
                .id();
        webhooks.queuePing(id, now);
        List<Webhook> other = node.transactions().run(() -> {
            List<Webhook> taken = webhooks.lease(now, now.plusSeconds(300), 5);
            assertThat(taken).hasSize(1);
            return CompletableFuture.supplyAsync(
                            () -> node.transactions().run(() -> webhooks.lease(now, now.plusSeconds(300), 5)))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(other).isEmpty();
    }

    @AfterEach
    void close() {
        node.close();
    }
}
