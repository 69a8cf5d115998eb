package org.acervo.catalog;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Publications in memory. A transaction that fails leaves what was there before. Used by one thread at a time. */
public class InMemoryPublications implements Publications, Transactions {

    private record Contents(
            TreeMap<PublicationId, Publication> publications,
            List<Event> events,
            List<Relation> relations,
            TreeMap<String, org.acervo.catalog.Collection> collections,
            TreeMap<Long, PublicationId> numbers,
            TreeMap<Long, PublicationId> removals) {

        Contents copy() {
            return new Contents(
                    new TreeMap<>(publications),
                    new ArrayList<>(events),
                    new ArrayList<>(relations),
                    new TreeMap<>(collections),
                    new TreeMap<>(numbers),
                    new TreeMap<>(removals));
        }
    }

    private final List<Supplier<Runnable>> others = new ArrayList<>();
    private boolean isUnderWay;
    private Contents contents = new Contents(
            new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    private final Map<PublicationId, Long> touched = new HashMap<>();
    private long lastId;
    private boolean available = true;

    /**
     * Lets another adapter take part in the transactions.
     *
     * @param snapshot notes what there is, and gives what brings that back
     */
    public void keepWith(Supplier<Runnable> snapshot) {
        others.add(snapshot);
    }

    /** The database goes away, or comes back. */
    public void setAvailable(boolean available) {
        this.available = available;
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return isUnderWay ? work.get() : repeat(work, true);
    }

    @Override
    public <T> T attempt(Supplier<T> work) {
        if (isUnderWay) {
            throw new IllegalStateException("A dry run within a transaction would lose it");
        }
        return repeat(work, false);
    }

    private <T> T repeat(Supplier<T> work, boolean keeps) {
        for (int attempt = 1; ; attempt++) {
            Contents before = contents.copy();
            List<Runnable> backs = others.stream().map(Supplier::get).toList();
            boolean committed = false;
            isUnderWay = true;
            try {
                T result = work.get();
                committed = keeps;
                return result;
            } catch (Again again) {
                if (attempt == 20) {
                    throw again;
                }
            } finally {
                isUnderWay = false;
                if (!committed) {
                    contents = before;
                    backs.forEach(Runnable::run);
                }
            }
        }
    }

    @Override
    public Optional<Publication> find(PublicationId id) {
        return Optional.ofNullable(contents.publications().get(id));
    }

    @Override
    public Map<PublicationId, Publication> findAll(Collection<PublicationId> ids) {
        Map<PublicationId, Publication> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(each -> found.put(id, each)));
        return found;
    }

    @Override
    public List<Publication> newest(int limit) {
        return contents.publications().descendingMap().values().stream()
                .filter(each -> each.state() == State.PUBLISHED)
                .limit(limit)
                .toList();
    }

    @Override
    public Listing.Page list(Listing wanted, long after, int limit) {
        List<Publication> page = new ArrayList<>();
        Long last = null;
        for (Map.Entry<Long, PublicationId> each :
                contents.numbers().tailMap(after, false).entrySet()) {
            Publication publication = find(each.getValue()).orElseThrow();
            if (wanted.means(publication) && page.size() == limit) {
                return new Listing.Page(page, last);
            }
            if (wanted.means(publication)) {
                page.add(publication);
                last = each.getKey();
            }
        }
        return new Listing.Page(page, null);
    }

    @Override
    public Since since(long after, int limit) {
        if (!available) {
            throw new StorageUnavailable(new IllegalStateException("as the test wishes"));
        }
        TreeMap<Long, PublicationId> both = new TreeMap<>(contents.numbers());
        both.putAll(contents.removals());
        long newest = both.isEmpty() ? 0 : both.lastKey();
        List<Publication> changed = new ArrayList<>();
        List<PublicationId> removed = new ArrayList<>();
        long last = newest;
        for (Map.Entry<Long, PublicationId> each : both.tailMap(after, false).entrySet()) {
            if (changed.size() == limit || removed.size() == limit) {
                return new Since(changed, removed, last, newest);
            }
            last = each.getKey();
            if (contents.removals().containsKey(last)) {
                removed.add(each.getValue());
            } else {
                find(each.getValue()).ifPresent(changed::add);
            }
        }
        return new Since(changed, removed, newest, newest);
    }

    @Override
    public Map<SourceKey, Publication> findBySource(Collection<SourceKey> keys) {
        if (!available) {
            throw new StorageUnavailable(new IllegalStateException("as the test wishes"));
        }
        Map<SourceKey, Publication> found = new HashMap<>();
        contents.publications()
                .values()
                .forEach(each ->
                        each.metadata().sourceKey().filter(keys::contains).ifPresent(key -> found.put(key, each)));
        return found;
    }

    @Override
    public Map<String, PublicationId> resolve(@Nullable String mission, Collection<String> targets) {
        Map<String, PublicationId> resolved = new HashMap<>();
        for (String target : targets) {
            PublicationId.parse(target)
                    .filter(contents.publications()::containsKey)
                    .ifPresent(id -> resolved.put(target, id));
            List<Publication> named = contents.publications().values().stream()
                    .filter(each -> target.equals(each.metadata().value(Element.SOURCE_ID)))
                    .toList();
            named.stream()
                    .filter(each -> named.size() == 1
                            || Objects.equals(mission, each.metadata().value(Element.MISSION)))
                    .findFirst()
                    .ifPresent(each -> resolved.put(target, each.id()));
        }
        return resolved;
    }

    @Override
    public List<PublicationId> reserve(int count) {
        List<PublicationId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new PublicationId(++lastId));
        }
        return ids;
    }

    @Override
    public Map<PublicationId, Publication> lock(Collection<PublicationId> ids) {
        Map<PublicationId, Publication> locked = new LinkedHashMap<>();
        new TreeSet<>(ids).forEach(id -> find(id).ifPresent(each -> locked.put(id, each)));
        return locked;
    }

    @Override
    public Map<PublicationId, State> states(Collection<PublicationId> ids) {
        Map<PublicationId, State> states = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(each -> states.put(id, each.state())));
        return states;
    }

    @Override
    public Tick save(List<Change> changes, Supplier<Tick> last) {
        changes.forEach(each -> refuse(each.publication()));
        Tick tick = last.get();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Publication publication = change.publication();
            contents.publications().put(publication.id(), publication);
            contents.numbers().values().remove(publication.id());
            contents.numbers().put(tick.number(i), publication.id());
            contents.events().add(change.event());
            List<Relation> relations = change.relations();
            if (relations != null) {
                contents.relations().removeIf(each -> each.source().equals(publication.id()));
                contents.relations().addAll(relations);
            }
        }
        return tick;
    }

    private void refuse(Publication publication) {
        Publication before = contents.publications().get(publication.id());
        int version = before == null ? 0 : before.version();
        if (version != publication.version() - 1) {
            throw new StaleVersion(publication.id(), version);
        }
        publication.metadata().sourceKey().ifPresent(key -> {
            Publication owner = findBySource(List.of(key)).get(key);
            if (owner != null && !owner.id().equals(publication.id())) {
                throw new Refused(Finding.of(
                        Rule.SOURCE_ID_TAKEN,
                        "/sourceId",
                        key.sourceId(),
                        owner.id().toString()));
            }
        });
    }

    @Override
    public void touch(PublicationId id, Tick tick) {
        touched.put(id, tick.number(0));
        contents.numbers().values().remove(id);
        contents.numbers().put(tick.number(0), id);
    }

    /** The number that a publication got beside its versions, or 0. */
    public long touched(PublicationId id) {
        return touched.getOrDefault(id, 0L);
    }

    @Override
    public void note(Event step) {
        Event.OfFile file = Objects.requireNonNull(step.file());
        int last = history(step.publication()).stream()
                .filter(each -> each.version() == step.version())
                .mapToInt(Event::place)
                .max()
                .orElse(0);
        contents.events()
                .add(new Event(
                        step.publication(),
                        step.version(),
                        step.action(),
                        step.at(),
                        step.actor(),
                        step.onBehalfOf(),
                        step.reason(),
                        step.fieldReasons(),
                        step.before(),
                        new Event.OfFile(last + 1, file.name())));
    }

    @Override
    public void remove(Publication draft, Tick tick) {
        Publication kept = contents.publications().get(draft.id());
        if (kept == null || kept.version() != draft.version()) {
            throw new StaleVersion(draft.id(), kept == null ? 0 : kept.version());
        }
        contents.publications().remove(draft.id());
        contents.numbers().values().remove(draft.id());
        contents.removals().put(tick.number(0), draft.id());
        contents.events().removeIf(each -> each.publication().equals(draft.id()));
        contents.relations().removeIf(each -> each.source().equals(draft.id()));
        contents.relations()
                .replaceAll(each -> draft.id().equals(each.resolved())
                        ? new Relation(each.source(), each.type(), each.target(), null)
                        : each);
    }

    @Override
    public List<PublicationId> naming(String target) {
        TreeSet<PublicationId> naming = new TreeSet<>();
        for (Publication each : contents.publications().values()) {
            Publication.Withdrawal withdrawal = each.withdrawal();
            if (each.metadata().values(Element.RELATION).contains(target)
                    || each.working().values(Element.RELATION).contains(target)
                    || withdrawal != null && target.equals(withdrawal.replacedBy())) {
                naming.add(each.id());
            }
        }
        for (Event each : contents.events()) {
            DublinCore before = each.before();
            if (before != null && before.values(Element.RELATION).contains(target)) {
                naming.add(each.publication());
            }
        }
        return List.copyOf(naming);
    }

    @Override
    public void amend(List<Event> steps) {
        contents.events().replaceAll(kept -> steps.stream()
                .filter(each -> each.publication().equals(kept.publication())
                        && each.version() == kept.version()
                        && each.place() == kept.place())
                .findFirst()
                .orElse(kept));
    }

    @Override
    public List<Event> history(PublicationId id) {
        return contents.events().stream()
                .filter(each -> each.publication().equals(id))
                .sorted(Comparator.comparingInt(Event::version).thenComparingInt(Event::place))
                .toList();
    }

    @Override
    public List<Relation> relations(Collection<PublicationId> ids) {
        return contents.relations().stream()
                .filter(each -> ids.contains(each.source()) || each.resolved() != null && ids.contains(each.resolved()))
                .sorted(Comparator.comparing(Relation::source))
                .toList();
    }

    @Override
    public List<Relation> awaiting(Collection<SourceKey> keys) {
        return contents.relations().stream()
                .filter(each -> each.resolved() == null
                        && keys.stream().anyMatch(key -> key.sourceId().equals(each.target()) && isMeant(each, key)))
                .sorted(Comparator.comparing(Relation::source))
                .toList();
    }

    private boolean isMeant(Relation awaiting, SourceKey key) {
        return key.mission()
                        .equals(find(awaiting.source()).orElseThrow().metadata().value(Element.MISSION))
                || contents.publications().values().stream()
                        .noneMatch(each -> key.sourceId().equals(each.metadata().value(Element.SOURCE_ID)));
    }

    @Override
    public void answer(Collection<Relation> awaiting, PublicationId by) {
        contents.relations()
                .replaceAll(each ->
                        awaiting.contains(each) ? new Relation(each.source(), each.type(), each.target(), by) : each);
    }

    @Override
    public List<org.acervo.catalog.Collection> collections() {
        return contents.collections().values().stream()
                .sorted(Comparator.comparingInt(org.acervo.catalog.Collection::order)
                        .thenComparing(org.acervo.catalog.Collection::code))
                .toList();
    }

    @Override
    public void save(org.acervo.catalog.Collection collection) {
        contents.collections().put(collection.code(), collection);
    }

    @Override
    public List<PublicationId> formerlyAt(String key) {
        return contents.publications().values().stream()
                .filter(each -> each.state().isPublic()
                        && each.metadata().values(Element.FORMER_URL).stream()
                                .anyMatch(url -> FormerAddress.keys(url).contains(key)))
                .map(Publication::id)
                .limit(10)
                .toList();
    }

    @Override
    public List<Series> series(int limit) {
        TreeMap<String, Series> all = new TreeMap<>();
        for (Publication each : contents.publications().values()) {
            for (String name : each.metadata().values(Element.SERIES)) {
                String slug = Series.slug(name);
                long count = inSeries(slug).size();
                if (count > 0 && !slug.isEmpty()) {
                    all.putIfAbsent(slug, new Series(slug, name, count));
                }
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparingLong(Series::publications).reversed())
                .limit(limit)
                .sorted(Comparator.comparing(Series::slug))
                .toList();
    }

    @Override
    public List<PublicationId> inSeries(String slug) {
        return contents.publications().values().stream()
                .filter(each -> each.state() == State.PUBLISHED && statement(each, slug) != null)
                .sorted(Comparator.comparing(
                                (Publication each) ->
                                        Series.round(statement(each, slug).qualifier(Qualifier.NUMBER)),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(
                                each -> String.valueOf(statement(each, slug).qualifier(Qualifier.NUMBER)))
                        .thenComparing(Publication::id))
                .map(Publication::id)
                .toList();
    }

    private static Statement statement(Publication publication, String slug) {
        return publication.metadata().all(Element.SERIES).stream()
                .filter(each -> Series.slug(each.value()).equals(Series.slug(slug)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Map<State, Long> counts() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        contents.publications().values().forEach(each -> counts.merge(each.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public SortedMap<YearMonth, Long> made(@Nullable String mission, YearMonth from) {
        SortedMap<YearMonth, Long> made = new TreeMap<>();
        contents.publications().values().stream()
                .filter(each ->
                        mission == null || mission.equals(each.metadata().value(Element.MISSION)))
                .map(each -> YearMonth.from(each.created().atOffset(ZoneOffset.UTC)))
                .filter(each -> !each.isBefore(from))
                .forEach(each -> made.merge(each, 1L, Long::sum));
        return made;
    }
}
