package org.acervo.deposit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/** Receipts in memory, beside publications in memory: what a failed transaction of those leaves is as it was before. */
final class InMemoryReceipts implements Receipts {

    private record Row(String request, Instant at, @Nullable Reply reply) {}

    private Map<Key, Row> rows = new HashMap<>();

    InMemoryReceipts(InMemoryPublications publications) {
        publications.keepWith(() -> {
            Map<Key, Row> before = new HashMap<>(rows);
            return () -> rows = before;
        });
    }

    @Override
    public Optional<Receipt> claim(Key key, String request, Instant at) {
        Row known = rows.putIfAbsent(key, new Row(request, at, null));
        return known == null ? Optional.empty() : Optional.of(new Receipt(known.request(), known.reply()));
    }

    @Override
    public void keep(Key key, Reply reply) {
        rows.computeIfPresent(key, (same, row) -> new Row(row.request(), row.at(), reply));
    }

    @Override
    public void forget(PublicationId publication) {
        rows.values().removeIf(row -> publication.equals(row.reply().about()));
    }

    @Override
    public int sweep(Instant before) {
        int all = rows.size();
        rows.values().removeIf(row -> row.at().isBefore(before));
        return all - rows.size();
    }
}
