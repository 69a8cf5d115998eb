package org.acervo.publishing;

import java.util.List;
import java.util.Optional;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/** What publications say and have said, for rules that leave be what was right once. Thread-safe. */
record Sayings(Publications publications) {

    /**
     * Whether a publication says something, whatever its qualifiers, or has said it before.
     *
     * @param id null where a text may be that of a publication with the same key
     */
    boolean has(@Nullable PublicationId id, DublinCore text, Statement statement) {
        Optional<Publication> now = id == null
                ? text.sourceKey()
                        .flatMap(key -> Optional.ofNullable(
                                publications.findBySource(List.of(key)).get(key)))
                : publications.find(id);
        return now.filter(each -> says(each.metadata(), statement)
                        || says(each.working(), statement)
                        || publications.history(each.id()).stream()
                                .map(Event::before)
                                .anyMatch(before -> before != null && says(before, statement)))
                .isPresent();
    }

    private static boolean says(DublinCore text, Statement statement) {
        return text.values(statement.element()).contains(statement.value());
    }
}
