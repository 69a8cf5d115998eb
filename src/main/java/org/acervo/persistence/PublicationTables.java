package org.acervo.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.acervo.catalog.Event;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Relation;
import org.acervo.catalog.Rule;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;
import org.acervo.catalog.Tick;
import org.jspecify.annotations.Nullable;

/** Publications in MariaDB, by JPA. */
final class PublicationTables implements Publications {

    private final EntityManager entities;
    private final Connections connections;
    private final RelationTable relations;

    PublicationTables(EntityManager entities, Connections connections) {
        this.entities = entities;
        this.connections = connections;
        this.relations = new RelationTable(entities);
    }

    @Override
    public Optional<Publication> find(PublicationId id) {
        return rows("select p from Publication p where p.id in :ids", List.of(id)).stream()
                .map(PublicationRow::toPublication)
                .findFirst();
    }

    private List<PublicationRow> rows(String query, Collection<PublicationId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(query, PublicationRow.class)
                .setParameter("ids", ids.stream().map(PublicationId::value).toList())
                .setHint("eclipselink.refresh", true)
                .getResultList();
    }

    @Override
    public Map<SourceKey, Publication> findBySource(Collection<SourceKey> keys) {
        Map<SourceKey, Publication> found = new HashMap<>();
        Map<String, List<String>> byMission = keys.stream()
                .collect(Collectors.groupingBy(
                        SourceKey::mission, Collectors.mapping(SourceKey::sourceId, Collectors.toList())));
        byMission.forEach((mission, sourceIds) -> entities.createQuery(
                        "select p from Publication p where p.mission = :mission and p.sourceId in :sourceIds",
                        PublicationRow.class)
                .setParameter("mission", mission)
                .setParameter("sourceIds", sourceIds)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .map(PublicationRow::toPublication)
                .forEach(each -> each.metadata().sourceKey().ifPresent(key -> found.put(key, each))));
        return found;
    }

    @Override
    public Map<String, PublicationId> resolve(@Nullable String mission, Collection<String> targets) {
        Map<String, PublicationId> resolved = new HashMap<>();
        if (targets.isEmpty()) {
            return resolved;
        }
        List<Long> ids = targets.stream()
                .flatMap(target -> PublicationId.parse(target).stream())
                .map(PublicationId::value)
                .toList();
        if (!ids.isEmpty()) {
            entities.createQuery("select p.id from Publication p where p.id in :ids", Long.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(id -> resolved.put(id.toString(), new PublicationId(id)));
        }
        Map<String, List<Object[]>> bySource = entities.createQuery(
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

    @Override
    public List<PublicationId> reserve(int count) {
        return connections
                .read(connection -> Connections.query(
                        connection,
                        "select next value for publication_ids from seq_1_to_" + count,
                        row -> row.getLong(1)))
                .stream()
                .sorted()
                .map(PublicationId::new)
                .toList();
    }

    @Override
    public Map<PublicationId, Publication> lock(Collection<PublicationId> ids) {
        Map<PublicationId, Publication> locked = new LinkedHashMap<>();
        for (PublicationId id : new TreeSet<>(ids)) {
            entities.createQuery("select p from Publication p where p.id = :id", PublicationRow.class)
                    .setParameter("id", id.value())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint("eclipselink.refresh", true)
                    .getResultStream()
                    .forEach(row -> locked.put(id, row.toPublication()));
        }
        return locked;
    }

    @Override
    public Map<PublicationId, State> states(Collection<PublicationId> ids) {
        Map<PublicationId, State> states = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select p.id, p.state from Publication p where p.id in :ids", Object[].class)
                    .setParameter("ids", ids.stream().map(PublicationId::value).toList())
                    .getResultStream()
                    .forEach(row -> states.put(new PublicationId((long) row[0]), State.valueOf((String) row[1])));
        }
        return states;
    }

    @Override
    public void save(List<Change> changes, Tick tick) {
        refuseTakenKeys(changes);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Publication publication = change.publication();
            if (publication.version() == 1) {
                entities.persist(new PublicationRow(publication, tick.number(i)));
            } else {
                update(publication, tick.number(i));
            }
            entities.persist(new EventRow(change.event()));
            List<Relation> stated = change.relations();
            if (stated != null) {
                relations.replace(publication, stated);
            }
        }
        entities.flush();
        entities.clear();
    }

    private void update(Publication publication, long number) {
        PublicationRow row =
                entities.find(PublicationRow.class, publication.id().value());
        if (row == null || row.version() != publication.version() - 1) {
            throw new StaleVersion(publication.id(), row == null ? 0 : row.version());
        }
        row.set(publication, number);
    }

    private void refuseTakenKeys(List<Change> changes) {
        Map<SourceKey, PublicationId> wanted = new HashMap<>();
        for (Change change : changes) {
            change.publication()
                    .metadata()
                    .sourceKey()
                    .ifPresent(key -> wanted.put(key, change.publication().id()));
        }
        Map<SourceKey, Publication> taken = findBySource(wanted.keySet());
        List<Finding> findings = new ArrayList<>();
        taken.forEach((key, owner) -> {
            PublicationId id = owner.id();
            if (!id.equals(wanted.get(key))) {
                findings.add(Finding.of(Rule.SOURCE_ID_TAKEN, "/sourceId", key.sourceId(), id.toString()));
            }
        });
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    @Override
    public void remove(Publication draft, Tick tick) {
        long id = draft.id().value();
        List.of("delete from Relation r where r.source = :id", "delete from Event e where e.publication = :id")
                .forEach(delete ->
                        entities.createQuery(delete).setParameter("id", id).executeUpdate());
        int removed = entities.createQuery("delete from Publication p where p.id = :id and p.version = :version")
                .setParameter("id", id)
                .setParameter("version", draft.version())
                .executeUpdate();
        if (removed == 0) {
            throw new StaleVersion(draft.id(), 0);
        }
        connections.change(connection -> {
            Connections.execute(connection, "update relation set resolved = null where resolved = ?", id);
            Connections.execute(
                    connection, "insert into removal (number, publication) values (?, ?)", tick.number(0), id);
        });
    }

    @Override
    public List<Event> history(PublicationId id) {
        return entities.createQuery(
                        "select e from Event e where e.publication = :id order by e.version", EventRow.class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(EventRow::toEvent)
                .toList();
    }

    @Override
    public List<Relation> relations(Collection<PublicationId> ids) {
        return relations.around(ids);
    }

    @Override
    public List<Relation> awaiting(Collection<SourceKey> keys) {
        return relations.awaiting(keys);
    }

    @Override
    public void answer(Collection<Relation> awaiting, PublicationId by) {
        relations.answer(awaiting, by);
    }

    @Override
    public List<org.acervo.catalog.Collection> collections() {
        return entities.createQuery("select c from Collection c order by c.position, c.code", CollectionRow.class)
                .getResultStream()
                .map(CollectionRow::toCollection)
                .toList();
    }

    @Override
    public void save(org.acervo.catalog.Collection collection) {
        entities.merge(new CollectionRow(collection));
    }

    @Override
    public Map<State, Long> counts() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        entities.createQuery("select p.state, count(p) from Publication p group by p.state", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put(State.valueOf((String) row[0]), (Long) row[1]));
        return counts;
    }
}
