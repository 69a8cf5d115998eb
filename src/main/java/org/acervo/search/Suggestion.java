package org.acervo.search;

import java.util.List;
import org.acervo.catalog.PublicationId;

/** The title of a publication that goes on with what somebody is typing. */
public record Suggestion(PublicationId id, List<Run> title) {
    public Suggestion {
        title = List.copyOf(title);
    }
}
