package org.acervo.persistence;

import java.util.List;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications.Since;

/**
 * Reads changes in the order of their numbers. The newest number is read first and nothing above it afterwards: below it
 * everything is committed, so that two tables that are read one after the other tell the same story.
 */
final class PublicationChanges {

    private record Removal(long number, PublicationId publication) {}

    private final Entities entities;
    private final Connections connections;

    PublicationChanges(Entities entities, Connections connections) {
        this.entities = entities;
        this.connections = connections;
    }

    Since since(long after, int limit) {
        long newest = connections
                .alone()
                .query("select number from clock where id = 1", row -> row.getLong(1))
                .get(0);
        if (newest <= after) {
            return new Since(List.of(), List.of(), newest, newest);
        }
        List<Removal> removals = removals(after, newest, limit);
        long end = removals.size() < limit ? newest : removals.get(limit - 1).number();
        List<PublicationRow> rows = rows(after, end, limit);
        long last = rows.size() < limit ? end : rows.get(limit - 1).number();
        List<Publication> changed =
                rows.stream().map(PublicationRow::toPublication).toList();
        List<PublicationId> removed = removals.stream()
                .filter(each -> each.number() <= last)
                .map(Removal::publication)
                .toList();
        return new Since(changed, removed, last, newest);
    }

    private List<Removal> removals(long after, long end, int limit) {
        return connections
                .alone()
                .query(
                        "select number, publication from removal where number > ? and number <= ? order by number limit ?",
                        row -> new Removal(row.getLong(1), new PublicationId(row.getLong(2))),
                        after,
                        end,
                        limit);
    }

    private List<PublicationRow> rows(long after, long end, int limit) {
        return entities.read(manager -> manager.createQuery(
                        "select p from Publication p where p.number > :after and p.number <= :end order by p.number",
                        PublicationRow.class)
                .setParameter("after", after)
                .setParameter("end", end)
                .setMaxResults(limit)
                .setHint("eclipselink.refresh", true)
                .getResultList());
    }
}
