package org.acervo.persistence;

import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Relation;
import org.acervo.catalog.Series;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Tick;
import org.acervo.catalog.Transactions;
import org.acervo.format.PublicationJson;
import org.acervo.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Publications in MariaDB, by JPA. */
final class PublicationTables implements Publications {

    private final Entities entities;
    private final Connections connections;
    private final PublicationReader reader;
    private final RelationTable relations;
    private final PublicationList list;
    private final PublicationChanges changes;
    private final LookupTables lookups;
    private final SourceKeys keys;

    PublicationTables(Entities entities, Connections connections) {
        this.entities = entities;
        this.connections = connections;
        this.reader = new PublicationReader(entities);
        this.relations = new RelationTable(entities);
        this.list = new PublicationList(entities);
        this.changes = new PublicationChanges(entities, connections);
        this.lookups = new LookupTables(connections);
        this.keys = new SourceKeys(entities, reader);
    }

    @Override
    public Optional<Publication> find(PublicationId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    @Override
    public Map<PublicationId, Publication> findAll(Collection<PublicationId> ids) {
        return reader.findAll(ids);
    }

    @Override
    public List<Publication> newest(int limit) {
        return reader.newest(limit);
    }

    @Override
    public Listing.Page list(Listing wanted, long after, int limit) {
        return list.page(wanted, after, limit);
    }

    @Override
    public Since since(long after, int limit) {
        return changes.since(after, limit);
    }

    @Override
    public Map<SourceKey, Publication> findBySource(Collection<SourceKey> keys) {
        return reader.findBySource(keys);
    }

    @Override
    public Map<String, PublicationId> resolve(@Nullable String mission, Collection<String> targets) {
        return reader.resolve(mission, targets);
    }

    @Override
    public List<PublicationId> reserve(int count) {
        return connections
                .alone()
                .query("select next value for publication_ids from seq_1_to_" + count, row -> row.getLong(1))
                .stream()
                .sorted()
                .map(PublicationId::new)
                .toList();
    }

    @Override
    public Map<PublicationId, Publication> lock(Collection<PublicationId> ids) {
        Map<PublicationId, Publication> locked = new LinkedHashMap<>();
        for (PublicationId id : new TreeSet<>(ids)) {
            entities.current()
                    .createQuery("select p from Publication p where p.id = :id", PublicationRow.class)
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
        return reader.states(ids);
    }

    @Override
    public Tick save(List<Change> changes, Supplier<Tick> tick) {
        List<@Nullable Object[]> events = new ArrayList<>();
        for (Change change : changes) {
            Publication publication = change.publication();
            if (publication.version() > 1) {
                before(publication);
            }
            events.add(new EventRow(change.event()).columns());
        }
        connections.current().batch(EventRow.INSERT, events);
        lookups.replace(changes.stream().map(Change::publication).toList());
        keys.refuseTaken(changes);
        Tick taken = tick.get();
        try {
            number(changes, taken);
        } catch (PersistenceException | IllegalStateException failed) {
            throw SourceKeys.isTaken(failed)
                    ? new Transactions.Again("a key was taken meanwhile: " + failed.getMessage())
                    : failed;
        }
        return taken;
    }

    /** What is new goes past the entity manager: the rows of a whole import are inserted here. */
    private void number(List<Change> changes, Tick tick) {
        List<@Nullable Object[]> first = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Publication publication = changes.get(i).publication();
            if (publication.version() == 1) {
                first.add(new PublicationRow(publication, tick.number(i)).columns());
            } else {
                before(publication).set(publication, tick.number(i));
            }
            List<Relation> stated = changes.get(i).relations();
            if (stated != null) {
                relations.replace(publication, stated);
            }
        }
        entities.current().flush();
        entities.current().clear();
        connections.current().batch(PublicationRow.INSERT, first);
    }

    /** The row of the version below. */
    private PublicationRow before(Publication publication) {
        PublicationRow row =
                entities.current().find(PublicationRow.class, publication.id().value());
        if (row == null || row.version() != publication.version() - 1) {
            throw new StaleVersion(publication.id(), row == null ? 0 : row.version());
        }
        return row;
    }

    @Override
    public void touch(PublicationId id, Tick tick) {
        connections.current().execute("update publication set number = ? where id = ?", tick.number(0), id.value());
    }

    @Override
    public void remove(Publication draft, Tick tick) {
        long id = draft.id().value();
        List.of("delete from Relation r where r.source = :id", "delete from Event e where e.publication = :id")
                .forEach(delete -> entities.current()
                        .createQuery(delete)
                        .setParameter("id", id)
                        .executeUpdate());
        int removed = entities.current()
                .createQuery("delete from Publication p where p.id = :id and p.version = :version")
                .setParameter("id", id)
                .setParameter("version", draft.version())
                .executeUpdate();
        if (removed == 0) {
            throw new StaleVersion(draft.id(), 0);
        }
        lookups.remove(draft.id());
        Sql sql = connections.current();
        sql.execute("update relation set resolved = null where resolved = ?", id);
        sql.execute("insert into removal (number, publication) values (?, ?)", tick.number(0), id);
    }

    @Override
    public void note(Event ofFile) {
        EventRow.note(connections.current(), ofFile);
    }

    @Override
    public List<PublicationId> naming(String target) {
        String stated = PublicationJson.toText(new DublinCore(List.of(Statement.of(Element.RELATION, target))));
        String member = stated.substring(stated.indexOf("\"target\""), stated.lastIndexOf('}'));
        String end = member.substring(0, member.lastIndexOf('"') + 1);
        return connections
                .current()
                .patient()
                .query(
                        "select id from publication where locate(?, document) > 0 or locate(?, revision) > 0 or replaced_by = ?"
                                + " union select publication from event where locate(?, document_before) > 0 order by 1",
                        row -> new PublicationId(row.getLong(1)),
                        end,
                        end,
                        target,
                        end);
    }

    @Override
    public void amend(List<Event> steps) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        steps.forEach(each -> rows.add(new EventRow(each).amended()));
        connections.current().batch(EventRow.AMEND, rows);
    }

    @Override
    public List<Event> history(PublicationId id) {
        return reader.history(id);
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
        return CollectionRow.all(connections.alone());
    }

    @Override
    public void save(org.acervo.catalog.Collection collection) {
        entities.current().merge(new CollectionRow(collection));
    }

    @Override
    public List<PublicationId> formerlyAt(String key) {
        return lookups.formerlyAt(key);
    }

    @Override
    public List<Series> series(int limit) {
        return lookups.series(limit);
    }

    @Override
    public List<PublicationId> inSeries(String slug) {
        return lookups.inSeries(slug);
    }

    @Override
    public Map<State, Long> counts() {
        return reader.counts();
    }

    @Override
    public SortedMap<YearMonth, Long> made(@Nullable String mission, YearMonth from) {
        return reader.made(mission, from);
    }
}
