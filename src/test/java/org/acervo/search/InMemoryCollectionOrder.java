package org.acervo.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;

/** Places within collections in memory, beside publications in memory. */
final class InMemoryCollectionOrder implements CollectionOrder {

    private Map<String, List<PublicationId>> orders = new HashMap<>();

    InMemoryCollectionOrder(InMemoryPublications publications) {
        publications.keepWith(() -> {
            Map<String, List<PublicationId>> old = new HashMap<>(orders);
            return () -> orders = old;
        });
    }

    @Override
    public List<PublicationId> of(String collection) {
        return orders.getOrDefault(collection, List.of());
    }

    @Override
    public Map<PublicationId, Map<String, Integer>> places(Collection<PublicationId> publications) {
        Map<PublicationId, Map<String, Integer>> places = new HashMap<>();
        orders.forEach((collection, order) -> {
            for (PublicationId each : publications) {
                if (order.contains(each)) {
                    places.computeIfAbsent(each, id -> new HashMap<>()).put(collection, order.indexOf(each) + 1);
                }
            }
        });
        return places;
    }

    @Override
    public void put(String collection, List<PublicationId> order) {
        orders.put(collection, List.copyOf(order));
    }
}
