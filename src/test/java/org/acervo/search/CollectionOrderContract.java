package org.acervo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link CollectionOrder} keeps to. */
public abstract class CollectionOrderContract {

    private CollectionOrder order;

    protected abstract CollectionOrder empty();

    protected abstract Transactions transactions();

    @BeforeEach
    void start() {
        order = empty();
    }

    private static List<PublicationId> ids(long... ids) {
        return Arrays.stream(ids).mapToObj(PublicationId::new).toList();
    }

    private void put(String collection, long... ids) {
        transactions().run(() -> {
            order.put(collection, ids(ids));
            return collection;
        });
    }

    @Test
    void places_are_given_in_order_and_anew() {
        assertThat(order.of("a")).isEmpty();
        put("a", 7, 3, 5);
        put("b", 5, 9);
        assertThat(order.of("a")).isEqualTo(ids(7, 3, 5));
        assertThat(order.places(ids(5, 7, 99)))
                .isEqualTo(Map.of(new PublicationId(5), Map.of("a", 3, "b", 1), new PublicationId(7), Map.of("a", 1)));
        put("a", 5, 7);
        assertThat(order.of("a")).isEqualTo(ids(5, 7));
        assertThat(order.places(ids(3))).isEmpty();
        assertThat(order.places(List.of())).isEmpty();
        put("b");
        assertThat(order.of("b")).isEmpty();
    }

    @Test
    void what_is_rolled_back_was_never_there() {
        put("a", 7, 3);
        assertThatThrownBy(() -> transactions().run(() -> {
                    order.put("a", ids(3, 7));
                    throw new UnsupportedOperationException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(order.of("a")).isEqualTo(ids(7, 3));
    }
}
