package org.acervo.catalog;

import java.time.Instant;
import java.util.function.Supplier;

class InMemoryDisseminationsTest extends DisseminationsContract {

    @Override
    protected Disseminations empty() {
        return new InMemoryDisseminations(Instant.parse("2022-06-01T10:00:00Z"));
    }

    @Override
    protected Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
    }
}
