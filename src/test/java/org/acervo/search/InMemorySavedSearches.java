package org.acervo.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Saved searches in memory. */
public final class InMemorySavedSearches implements SavedSearches {

    private final Map<Long, SavedSearch> all = new ConcurrentSkipListMap<>();
    private long last;

    @Override
    public List<SavedSearch> of(String account, int limit) {
        return all.values().stream()
                .filter(each -> each.owner().equals(account) || each.shared())
                .sorted(Comparator.comparing((SavedSearch each) -> !each.owner().equals(account))
                        .thenComparing(SavedSearch::name)
                        .thenComparing(SavedSearch::id))
                .limit(limit)
                .toList();
    }

    @Override
    public int count(String account) {
        return (int) all.values().stream()
                .filter(each -> each.owner().equals(account))
                .count();
    }

    @Override
    public Optional<SavedSearch> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized SavedSearch add(SavedSearch search) {
        SavedSearch kept = search.numbered(++last);
        all.put(kept.id(), kept);
        return kept;
    }

    @Override
    public void change(SavedSearch search) {
        all.computeIfPresent(search.id(), (id, old) -> old.called(search.name(), search.shared()));
    }

    @Override
    public void remove(long id) {
        all.remove(id);
    }
}
