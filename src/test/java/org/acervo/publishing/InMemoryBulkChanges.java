package org.acervo.publishing;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationId;
import org.acervo.publishing.BulkChange.Entry;
import org.acervo.publishing.BulkChange.Outcome;
import org.acervo.publishing.BulkChange.Status;
import org.jspecify.annotations.Nullable;

/** Changes of many publications in memory, beside publications in memory. */
final class InMemoryBulkChanges implements BulkChanges {

    private record Key(long change, PublicationId publication) {}

    private Map<Long, BulkChange> changes = new TreeMap<>();
    private Map<Long, Instant> claims = new HashMap<>();
    private Map<Key, Entry> entries = new HashMap<>();
    private long last;

    InMemoryBulkChanges(InMemoryPublications publications) {
        publications.keepWith(() -> {
            Map<Long, BulkChange> oldChanges = new TreeMap<>(changes);
            Map<Long, Instant> oldClaims = new HashMap<>(claims);
            Map<Key, Entry> oldEntries = new HashMap<>(entries);
            return () -> {
                changes = oldChanges;
                claims = oldClaims;
                entries = oldEntries;
            };
        });
    }

    @Override
    public long add(BulkChange change) {
        long id = ++last;
        changes.put(id, with(id, change));
        return id;
    }

    private BulkChange with(long id, BulkChange change) {
        int total = (int)
                entries.keySet().stream().filter(each -> each.change() == id).count();
        return new BulkChange(
                id, change.owner(), change.amendment(), change.status(), total, change.created(), change.ended());
    }

    @Override
    public void freeze(long id, List<PublicationId> publications) {
        publications.forEach(
                each -> entries.putIfAbsent(new Key(id, each), new Entry(each, Outcome.OPEN, 0, List.of())));
    }

    @Override
    public Optional<BulkChange> find(long id) {
        return Optional.ofNullable(changes.get(id));
    }

    @Override
    public List<BulkChange> list(String owner, int limit) {
        return changes.values().stream()
                .filter(each -> owner.isEmpty() || each.owner().name().equals(owner))
                .sorted(Comparator.comparing(BulkChange::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<BulkChange> lock(long id) {
        return find(id);
    }

    @Override
    public void keep(BulkChange change) {
        changes.put(change.id(), with(change.id(), change));
        claims.remove(change.id());
    }

    @Override
    public Optional<BulkChange> claim(Instant now, Instant until) {
        Optional<BulkChange> free = changes.values().stream()
                .filter(each -> each.status() == Status.RUNNING || each.status() == Status.UNDOING)
                .filter(each -> !claims.getOrDefault(each.id(), now).isAfter(now))
                .findFirst();
        free.ifPresent(each -> claims.put(each.id(), until));
        return free;
    }

    @Override
    public List<Entry> entries(long id, @Nullable Outcome outcome, long afterPublication, int limit) {
        return entries.entrySet().stream()
                .filter(each -> each.getKey().change() == id)
                .map(Map.Entry::getValue)
                .filter(each -> outcome == null || each.outcome() == outcome)
                .filter(each -> each.publication().value() > afterPublication)
                .sorted(Comparator.comparing(Entry::publication))
                .limit(limit)
                .toList();
    }

    @Override
    public void note(long id, Entry entry) {
        entries.put(new Key(id, entry.publication()), entry);
    }

    @Override
    public Map<Outcome, Long> counts(long id) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        entries.forEach((key, entry) -> {
            if (key.change() == id) {
                counts.merge(entry.outcome(), 1L, Long::sum);
            }
        });
        return counts;
    }
}
