package org.acervo.deposit.webhook;

import java.util.function.Supplier;
import org.acervo.catalog.Transactions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class InMemoryWebhooksTest extends WebhooksContract {

    @Override
    protected Webhooks empty() {
        return new InMemoryWebhooks();
    }

    @Override
    @Test
    @Disabled("This fake cannot forget")
    void aStepThatIsLostIsNotQueued() {}

    @Override
    protected Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }

            @Override
            public <T> T attempt(Supplier<T> work) {
                throw new UnsupportedOperationException("This fake cannot forget");
            }
        };
    }
}
