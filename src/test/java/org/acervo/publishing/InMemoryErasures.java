package org.acervo.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.acervo.catalog.PublicationId;
import org.acervo.publishing.Erasure.Status;

/** Erasures in memory. Used by one thread at a time; a transaction that fails is not undone here. */
final class InMemoryErasures implements Erasures {

    private final Map<PublicationId, Erasure> erasures = new TreeMap<>();
    private final Map<PublicationId, Instant> claims = new HashMap<>();

    @Override
    public Optional<Erasure> find(PublicationId publication) {
        return Optional.ofNullable(erasures.get(publication));
    }

    @Override
    public Optional<Erasure> lock(PublicationId publication) {
        return find(publication);
    }

    @Override
    public void keep(Erasure erasure) {
        erasures.put(erasure.publication(), erasure);
        claims.remove(erasure.publication());
    }

    @Override
    public List<Erasure> latest(int most) {
        Comparator<Erasure> first = Comparator.comparing(Erasure::asked);
        return erasures.values().stream()
                .sorted(first.thenComparing(Erasure::publication).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<Erasure> claim(Instant now, Instant until) {
        List<Erasure> claimed = new ArrayList<>();
        for (Erasure each : List.copyOf(erasures.values())) {
            boolean isOpen = each.status() == Status.CONFIRMED || each.status() == Status.PURGING;
            if (isOpen && !claims.getOrDefault(each.publication(), now).isAfter(now)) {
                Erasure purging = each.purging();
                erasures.put(each.publication(), purging);
                claims.put(each.publication(), until);
                claimed.add(purging);
            }
        }
        return claimed;
    }

    @Override
    public Set<String> keys() {
        return erasures.values().stream()
                .flatMap(each -> Optional.ofNullable(each.key()).stream())
                .collect(Collectors.toSet());
    }
}
