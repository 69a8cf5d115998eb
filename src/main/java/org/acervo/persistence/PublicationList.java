package org.acervo.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/** Lists publications a page at a time, in the order of their last changes: one range scan, whatever the depth. */
final class PublicationList {

    private final Entities entities;

    PublicationList(Entities entities) {
        this.entities = entities;
    }

    Listing.Page page(Listing wanted, long after, int limit) {
        Set<String> missions = wanted.missions();
        return missions != null && missions.isEmpty()
                ? new Listing.Page(List.of(), null)
                : entities.read(manager -> page(manager, wanted, after, limit));
    }

    private static Listing.Page page(EntityManager manager, Listing wanted, long after, int limit) {
        CriteriaBuilder is = manager.getCriteriaBuilder();
        CriteriaQuery<PublicationRow> query = is.createQuery(PublicationRow.class);
        Root<PublicationRow> row = query.from(PublicationRow.class);
        List<PublicationRow> rows = manager.createQuery(query.select(row)
                        .where(conditions(is, row, wanted, after).toArray(Predicate[]::new))
                        .orderBy(is.asc(row.get("number"))))
                .setMaxResults(limit + 1)
                .setHint("eclipselink.refresh", true)
                .getResultList();
        List<Publication> publications =
                rows.stream().limit(limit).map(PublicationRow::toPublication).toList();
        return new Listing.Page(
                publications, rows.size() > limit ? rows.get(limit - 1).number() : null);
    }

    private static List<Predicate> conditions(
            CriteriaBuilder is, Root<PublicationRow> row, Listing wanted, long after) {
        List<Predicate> all = new ArrayList<>();
        all.add(is.gt(row.<Long>get("number"), after));
        Set<String> missions = wanted.missions();
        if (missions != null) {
            all.add(row.get("mission").in(missions));
        }
        equal(all, is, row, "state", name(wanted.state()));
        equal(all, is, row, "revisionState", name(wanted.revision()));
        equal(all, is, row, "documentType", wanted.type());
        equal(all, is, row, "sourceId", wanted.sourceId());
        Instant since = wanted.modifiedSince();
        if (since != null) {
            all.add(is.greaterThanOrEqualTo(row.<Instant>get("modified"), since));
        }
        return all;
    }

    private static void equal(
            List<Predicate> all, CriteriaBuilder is, Root<PublicationRow> row, String column, @Nullable String value) {
        if (value != null) {
            all.add(is.equal(row.get(column), value));
        }
    }

    private static @Nullable String name(@Nullable State state) {
        return state == null ? null : state.name();
    }
}
