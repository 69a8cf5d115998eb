package org.acervo.deposit.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLSocketFactory;
import org.acervo.access.Vault;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Vocabularies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container what serves webhooks. */
@ApplicationScoped
class WebhookBeans {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Courier.Resolver NAMES = host -> List.of(InetAddress.getAllByName(host));

    @Produces
    @Singleton
    Target.Reach reach(@ConfigProperty(name = "ACERVO_WEBHOOK_PRIVATE", defaultValue = "false") boolean privateToo) {
        return new Target.Reach(privateToo);
    }

    @Produces
    @Singleton
    Sender sender(
            Webhooks webhooks,
            Transactions transactions,
            Target.Reach reach,
            Vault vault,
            Repository repository,
            Clock clock) {
        Courier courier = new Courier(reach, NAMES, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE);
        return new Sender(
                webhooks,
                transactions,
                courier,
                vault,
                new NoticeJson(repository),
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    @Produces
    @Singleton
    Subscriptions subscriptions(
            Webhooks webhooks, Vault vault, Target.Reach reach, Vocabularies vocabularies, Clock clock) {
        return new Subscriptions(webhooks, vault, new WebhookForm.Reader(reach, NAMES, vocabularies), clock);
    }
}
