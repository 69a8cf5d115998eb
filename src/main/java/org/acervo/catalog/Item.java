package org.acervo.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * A public publication as formats render it.
 *
 * @param metadata the public text, with the mission's defaults where it says nothing
 * @param relations stated and inverse ones, those only whose target is public here or is a URL
 * @param publishedHere the day on which it became public in this repository, UTC
 */
public record Item(PublicationId id, DublinCore metadata, List<Link> relations, LocalDate publishedHere) {

    /** @param url the landing page of a publication here, or an address elsewhere */
    public record Link(RelationType type, String url) {}

    public Item {
        relations = List.copyOf(relations);
    }
}
