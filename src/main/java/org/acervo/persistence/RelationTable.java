package org.acervo.persistence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Relation;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.SourceKey;

/** The relations in MariaDB, by JPA. */
final class RelationTable {

    private final Entities entities;

    RelationTable(Entities entities) {
        this.entities = entities;
    }

    List<Relation> around(Collection<PublicationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.read(manager -> manager.createQuery(
                                "select r from Relation r where r.source in :ids or r.resolved in :ids"
                                        + " order by r.source, r.position",
                                RelationRow.class)
                        .setParameter(
                                "ids", ids.stream().map(PublicationId::value).toList())
                        .setHint("eclipselink.refresh", true)
                        .getResultStream()
                        .map(RelationRow::toRelation)
                        .toList());
    }

    List<Relation> awaiting(Collection<SourceKey> keys) {
        Set<String> sourceIds = new HashSet<>();
        keys.forEach(key -> sourceIds.add(key.sourceId()));
        List<Object[]> waiting = sourceIds.isEmpty() ? List.of() : waiting(sourceIds);
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<String> taken = taken(sourceIds);
        return waiting.stream()
                .filter(row -> !taken.contains((String) row[2])
                        || keys.contains(new SourceKey((String) row[3], (String) row[2])))
                .map(row -> new Relation(
                        new PublicationId((long) row[0]), RelationType.valueOf((String) row[1]), (String) row[2], null))
                .toList();
    }

    private List<Object[]> waiting(Set<String> sourceIds) {
        return entities.read(manager -> manager.createQuery(
                        "select r.source, r.type, r.target, p.mission from Relation r, Publication p"
                                + " where p.id = r.source and r.resolved is null and r.target in :targets"
                                + " order by r.source, r.position",
                        Object[].class)
                .setParameter("targets", sourceIds)
                .getResultList());
    }

    private Set<String> taken(Set<String> sourceIds) {
        return new HashSet<>(entities.read(manager -> manager.createQuery(
                        "select distinct p.sourceId from Publication p where p.sourceId in :sourceIds", String.class)
                .setParameter("sourceIds", sourceIds)
                .getResultList()));
    }

    void answer(Collection<Relation> awaiting, PublicationId by) {
        for (Relation relation : awaiting) {
            entities.current()
                    .createQuery("update Relation r set r.resolved = :by"
                            + " where r.source = :source and r.target = :target and r.resolved is null")
                    .setParameter("by", by.value())
                    .setParameter("source", relation.source().value())
                    .setParameter("target", relation.target())
                    .executeUpdate();
        }
    }

    /** Keeps what a publication states in the place of what it stated before. */
    void replace(Publication publication, List<Relation> relations) {
        if (publication.version() > 1) {
            entities.current()
                    .createQuery("delete from Relation r where r.source = :source")
                    .setParameter("source", publication.id().value())
                    .executeUpdate();
        }
        for (int i = 0; i < relations.size(); i++) {
            entities.current().persist(new RelationRow(relations.get(i), i));
        }
    }
}
