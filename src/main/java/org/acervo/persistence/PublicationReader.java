package org.acervo.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/** Reads publications, and says so where the database is away. */
final class PublicationReader {

    private final Entities entities;

    PublicationReader(Entities entities) {
        this.entities = entities;
    }

    Map<PublicationId, Publication> findAll(Collection<PublicationId> ids) {
        return entities.read(manager -> {
            Map<PublicationId, Publication> found = new HashMap<>();
            if (!ids.isEmpty()) {
                manager.createQuery("select p from Publication p where p.id in :ids", PublicationRow.class)
                        .setParameter("ids", values(ids))
                        .setHint("eclipselink.refresh", true)
                        .getResultStream()
                        .map(PublicationRow::toPublication)
                        .forEach(each -> found.put(each.id(), each));
            }
            return found;
        });
    }

    List<Publication> newest(int limit) {
        return entities.read(manager -> manager.createQuery(
                        "select p from Publication p where p.state = :state order by p.id desc", PublicationRow.class)
                .setParameter("state", State.PUBLISHED.name())
                .setMaxResults(limit)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .map(PublicationRow::toPublication)
                .toList());
    }

    Map<SourceKey, Publication> findBySource(Collection<SourceKey> keys) {
        Map<String, List<String>> byMission = keys.stream()
                .collect(Collectors.groupingBy(
                        SourceKey::mission, Collectors.mapping(SourceKey::sourceId, Collectors.toList())));
        return entities.read(manager -> {
            Map<SourceKey, Publication> found = new HashMap<>();
            byMission.forEach((mission, sourceIds) -> manager.createQuery(
                            "select p from Publication p where p.mission = :mission and p.sourceId in :sourceIds",
                            PublicationRow.class)
                    .setParameter("mission", mission)
                    .setParameter("sourceIds", sourceIds)
                    .setHint("eclipselink.refresh", true)
                    .getResultStream()
                    .map(PublicationRow::toPublication)
                    .forEach(each -> each.metadata().sourceKey().ifPresent(key -> found.put(key, each))));
            return found;
        });
    }

    Map<String, PublicationId> resolve(@Nullable String mission, Collection<String> targets) {
        return targets.isEmpty()
                ? Map.of()
                : entities.read(manager -> {
                    Map<String, PublicationId> resolved = new HashMap<>();
                    List<Long> ids = targets.stream()
                            .flatMap(target -> PublicationId.parse(target).stream())
                            .map(PublicationId::value)
                            .toList();
                    if (!ids.isEmpty()) {
                        manager.createQuery("select p.id from Publication p where p.id in :ids", Long.class)
                                .setParameter("ids", ids)
                                .getResultList()
                                .forEach(id -> resolved.put(id.toString(), new PublicationId(id)));
                    }
                    resolved.putAll(bySourceId(manager, mission, targets));
                    return resolved;
                });
    }

    private Map<String, PublicationId> bySourceId(
            EntityManager manager, @Nullable String mission, Collection<String> targets) {
        Map<String, PublicationId> resolved = new HashMap<>();
        Map<String, List<Object[]>> bySource = manager.createQuery(
                        "select p.sourceId, p.mission, p.id from Publication p where p.sourceId in :targets",
                        Object[].class)
                .setParameter("targets", List.copyOf(targets))
                .getResultStream()
                .collect(Collectors.groupingBy(row -> (String) row[0]));
        bySource.forEach((target, rows) -> rows.stream()
                .filter(row -> rows.size() == 1 || Objects.equals(row[1], mission))
                .findFirst()
                .ifPresent(row -> resolved.put(target, new PublicationId((long) row[2]))));
        return resolved;
    }

    Map<PublicationId, State> states(Collection<PublicationId> ids) {
        return entities.read(manager -> {
            Map<PublicationId, State> states = new HashMap<>();
            if (!ids.isEmpty()) {
                manager.createQuery("select p.id, p.state from Publication p where p.id in :ids", Object[].class)
                        .setParameter("ids", values(ids))
                        .getResultStream()
                        .forEach(row -> states.put(new PublicationId((long) row[0]), State.valueOf((String) row[1])));
            }
            return states;
        });
    }

    List<Event> history(PublicationId id) {
        return list(
                "select e from Event e where e.publication = :value order by e.version, e.place",
                id.value(),
                EventRow.class,
                EventRow::toEvent);
    }

    private <R, T> List<T> list(String query, Object value, Class<R> type, Function<R, T> read) {
        return entities.read(manager -> manager.createQuery(query, type)
                .setParameter("value", value)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .map(read)
                .toList());
    }

    Map<State, Long> counts() {
        return entities.read(manager -> {
            Map<State, Long> counts = new EnumMap<>(State.class);
            manager.createQuery("select p.state, count(p) from Publication p group by p.state", Object[].class)
                    .getResultStream()
                    .forEach(row -> counts.put(State.valueOf((String) row[0]), (Long) row[1]));
            return counts;
        });
    }

    SortedMap<YearMonth, Long> made(@Nullable String mission, YearMonth from) {
        return entities.read(manager -> {
            SortedMap<YearMonth, Long> made = new TreeMap<>();
            Query query = manager.createNativeQuery("select date_format(created, '%Y-%m'), count(*) from publication"
                            + " where created >= ?1 and coalesce(mission, '') like ?2 group by 1")
                    .setParameter(1, from.atDay(1).toString())
                    .setParameter(2, mission == null ? "%" : mission);
            for (Object each : query.getResultList()) {
                Object[] row = (Object[]) each;
                made.put(YearMonth.parse((String) row[0]), ((Number) row[1]).longValue());
            }
            return made;
        });
    }

    private static List<Long> values(Collection<PublicationId> ids) {
        return ids.stream().map(PublicationId::value).toList();
    }
}
