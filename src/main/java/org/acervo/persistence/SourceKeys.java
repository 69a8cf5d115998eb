package org.acervo.persistence;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.SourceKey;
import org.acervo.sql.Sql;

/** Sees to it that a mission's own key belongs to one publication. */
record SourceKeys(Entities entities, PublicationReader reader) {

    private static final String CONSTRAINT = "publication_source";

    /** @throws Refused with {@link Rule#SOURCE_ID_TAKEN} for each key that another publication has */
    void refuseTaken(List<Publications.Change> changes) {
        Map<SourceKey, PublicationId> wanted = new HashMap<>();
        for (Publications.Change change : changes) {
            Publication publication = change.publication();
            if (publication.version() == 1 || !isKept(publication)) {
                publication.metadata().sourceKey().ifPresent(key -> wanted.put(key, publication.id()));
            }
        }
        List<Finding> findings = new ArrayList<>();
        reader.findBySource(wanted.keySet()).forEach((key, owner) -> {
            if (!owner.id().equals(wanted.get(key))) {
                findings.add(Finding.of(
                        Rule.SOURCE_ID_TAKEN,
                        "/sourceId",
                        key.sourceId(),
                        owner.id().toString()));
            }
        });
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    /** Whether a publication could not be kept because another came to have its key after that was looked at. */
    static boolean isTaken(Throwable failure) {
        SQLException cause = Sql.cause(failure);
        return cause != null
                && "23000".equals(cause.getSQLState())
                && String.valueOf(cause.getMessage()).contains(CONSTRAINT);
    }

    /** Whoever changes a publication has locked it, so that its row is at hand and the database is not asked. */
    private boolean isKept(Publication publication) {
        PublicationRow row =
                entities.current().find(PublicationRow.class, publication.id().value());
        return row != null && row.hasKey(publication.metadata().sourceKey().orElse(null));
    }
}
