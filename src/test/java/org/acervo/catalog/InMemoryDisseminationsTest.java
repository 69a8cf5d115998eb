package org.acervo.catalog;

import java.time.Instant;
import java.util.function.Supplier;

class InMemoryDisseminationsTest extends DisseminationsContract {

    private Instant now = Instant.parse("2022-06-01T10:00:00Z");
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(now);

    @Override
    protected Disseminations empty() {
        return disseminations;
    }

    @Override
    protected void pass() {
        now = now.plusSeconds(1);
        disseminations.at(now);
    }

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
