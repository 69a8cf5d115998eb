package org.acervo.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The records of the world in memory, with a clock that the test sets and set tombstones on. Not thread-safe. */
public final class InMemoryDisseminations implements Disseminations {

    private record Kept(Dissemination dissemination, long number, Instant datestamp) {}

    private final Map<PublicationId, Kept> records = new TreeMap<>();
    private final Map<SetSpec, Map<PublicationId, Kept>> departures = new HashMap<>();
    private final Set<SetSpec> minted = new LinkedHashSet<>();
    private Instant now;
    private long numbers;
    private boolean available = true;

    public InMemoryDisseminations(Instant now) {
        this.now = now;
    }

    /** Moves the clock. */
    public void at(Instant time) {
        now = time;
    }

    /** The database goes away, or comes back. */
    public void setAvailable(boolean available) {
        this.available = available;
    }

    @Override
    public Instant now() {
        if (!available) {
            throw new StorageUnavailable(new IllegalStateException("as the test wishes"));
        }
        return now;
    }

    @Override
    public Tick tick(int count) {
        Tick tick = new Tick(numbers + 1, now);
        numbers += count;
        return tick;
    }

    @Override
    public List<DisseminatedRecord> select(Selection selection, long afterNumber, int limit, Payload.Coding coding) {
        return selected(selection)
                .filter(kept -> kept.number() > afterNumber)
                .sorted(Comparator.comparingLong(Kept::number))
                .limit(limit)
                .map(kept -> record(kept, selection.prefix()))
                .toList();
    }

    @Override
    public long count(Selection selection) {
        return selected(selection).count();
    }

    private Stream<Kept> selected(Selection selection) {
        SetSpec set = selection.set();
        Instant from = selection.from();
        Instant until = selection.until();
        Stream<Kept> departed = set == null ? Stream.of() : departures.getOrDefault(set, Map.of()).values().stream();
        return Stream.concat(
                        records.values().stream()
                                .filter(kept -> set == null
                                        || kept.dissemination().sets().contains(set)),
                        departed)
                .filter(kept -> kept.dissemination().payloads().containsKey(selection.prefix()))
                .filter(kept -> from == null || !kept.datestamp().isBefore(from))
                .filter(kept -> until == null || !kept.datestamp().isAfter(until));
    }

    private static DisseminatedRecord record(Kept kept, String prefix) {
        Dissemination dissemination = kept.dissemination();
        Payload payload = dissemination.payloads().get(prefix);
        if (payload == null) {
            throw new IllegalArgumentException(prefix);
        }
        return new DisseminatedRecord(
                dissemination.id(), kept.number(), kept.datestamp(), dissemination.deleted(), payload);
    }

    @Override
    public Optional<DisseminatedRecord> find(PublicationId id, String prefix) {
        return Optional.ofNullable(records.get(id))
                .filter(kept -> kept.dissemination().payloads().containsKey(prefix))
                .map(kept -> record(kept, prefix));
    }

    @Override
    public Set<String> prefixes(PublicationId id) {
        Set<String> prefixes = new TreeSet<>();
        Optional.ofNullable(records.get(id))
                .ifPresent(
                        kept -> prefixes.addAll(kept.dissemination().payloads().keySet()));
        prefixes.remove(Dissemination.HEADER);
        return prefixes;
    }

    @Override
    public Optional<Instant> earliest() {
        Stream<Kept> departed = departures.values().stream().flatMap(each -> each.values().stream());
        return Stream.concat(records.values().stream(), departed)
                .map(Kept::datestamp)
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<SetSpec> sets() {
        return List.copyOf(minted);
    }

    @Override
    public void mint(Collection<SetSpec> sets) {
        minted.addAll(sets);
    }

    @Override
    public Map<PublicationId, Dissemination> current(Collection<PublicationId> ids) {
        Map<PublicationId, Dissemination> found = new HashMap<>();
        for (PublicationId id : ids) {
            Optional.ofNullable(records.get(id)).ifPresent(kept -> found.put(id, kept.dissemination()));
        }
        return found;
    }

    @Override
    public Tick put(List<Dissemination> disseminations, Supplier<Tick> ticks) {
        Tick tick = ticks.get();
        for (int i = 0; i < disseminations.size(); i++) {
            Dissemination each = disseminations.get(i);
            mint(each.sets());
            Kept place = new Kept(each, tick.number(i), tick.datestamp());
            Kept before = records.put(each.id(), place);
            each.sets()
                    .forEach(
                            set -> departures.getOrDefault(set, new HashMap<>()).remove(each.id()));
            if (before != null) {
                before.dissemination().sets().stream()
                        .filter(set -> !each.sets().contains(set))
                        .forEach(set -> depart(set, each, place));
            }
        }
        return tick;
    }

    private void depart(SetSpec set, Dissemination left, Kept place) {
        Payload header = Payload.of(("<setSpec>" + set + "</setSpec></header>").getBytes(StandardCharsets.UTF_8));
        Map<String, Payload> headers = new HashMap<>();
        left.payloads().keySet().forEach(prefix -> headers.put(prefix, header));
        Dissemination tombstone = new Dissemination(left.id(), true, List.of(set), headers, left.fingerprint());
        departures
                .computeIfAbsent(set, any -> new HashMap<>())
                .put(left.id(), new Kept(tombstone, place.number(), place.datestamp()));
    }

    @Override
    public void supplement(Dissemination more) {
        records.computeIfPresent(more.id(), (id, kept) -> {
            Map<String, Payload> payloads = new HashMap<>(more.payloads());
            payloads.putAll(kept.dissemination().payloads());
            Dissemination together = new Dissemination(id, more.deleted(), more.sets(), payloads, more.fingerprint());
            return new Kept(together, kept.number(), kept.datestamp());
        });
    }

    @Override
    public List<PublicationId> stale(long fingerprint, long afterId, int limit) {
        List<PublicationId> stale = new ArrayList<>();
        for (Kept kept : records.values()) {
            Dissemination each = kept.dissemination();
            if (each.fingerprint() != fingerprint && each.id().value() > afterId && stale.size() < limit) {
                stale.add(each.id());
            }
        }
        return stale;
    }

    @Override
    public Map<Boolean, Long> counts() {
        Map<Boolean, Long> counts = new HashMap<>(Map.of(false, 0L, true, 0L));
        records.values().forEach(kept -> counts.merge(kept.dissemination().deleted(), 1L, Long::sum));
        return counts;
    }
}
