package org.acervo.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Editions without a database. */
public final class InMemoryEditions implements Editions {

    private final List<Edition> all = new ArrayList<>();

    @Override
    public Map<SitePage, Edition> findAll(Collection<SitePage> pages) {
        Map<SitePage, Edition> found = new HashMap<>();
        pages.forEach(page -> history(page).stream().findFirst().ifPresent(last -> found.put(page, last)));
        return found;
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
