package org.acervo.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Editions without a database. */
public final class InMemoryEditions implements Editions {

    private final List<Edition> all = new ArrayList<>();

    @Override
    public Optional<Edition> find(SitePage page) {
        return history(page).stream().findFirst();
    }

    @Override
    public List<Edition> history(SitePage page) {
        return all.stream()
                .filter(each -> each.page().equals(page))
                .sorted(Comparator.comparingInt(Edition::version).reversed())
                .toList();
    }

    @Override
    public boolean add(Edition next) {
        boolean taken = history(next.page()).stream().anyMatch(each -> each.version() == next.version());
        return !taken && all.add(next);
    }
}
