package org.acervo.publishing;

import java.util.stream.Stream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Statement;

/** What publications say and have said, for rules that leave be what was right once. Thread-safe. */
record Sayings(Publications publications) {

    /** Whether a publication says something, whatever its qualifiers, or has said it before. */
    boolean has(PublicationId id, Statement statement) {
        Publication now = publications.find(id).orElse(null);
        return now != null
                && (Stream.of(now.metadata(), now.working()).anyMatch(each -> says(each, statement))
                        || publications.history(id).stream()
                                .map(Event::before)
                                .anyMatch(each -> each != null && says(each, statement)));
    }

    private static boolean says(DublinCore text, Statement statement) {
        return text.values(statement.element()).contains(statement.value());
    }
}
