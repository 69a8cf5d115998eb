package org.acervo.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which publications somebody who works on them wants to see; what is null does not matter.
 *
 * @param missions those whose publications are meant
 * @param revision the state of the text that is worked on beside a published one
 * @param type the code of the document type that the public text has
 * @param modifiedSince inclusive
 */
public record Listing(
        @Nullable Set<String> missions,
        @Nullable State state,
        @Nullable State revision,
        @Nullable String type,
        @Nullable String sourceId,
        @Nullable Instant modifiedSince) {

    /** Everything. */
    public static final Listing ALL = new Listing(null, null, null, null, null, null);

    public Listing {
        missions = missions == null ? null : Set.copyOf(missions);
    }

    /**
     * One page of a list.
     *
     * @param next where the next page begins, or null where this is the last
     */
    public record Page(
            List<Publication> publications, @Nullable Long next) {
        public Page {
            publications = List.copyOf(publications);
        }
    }

    /** Whether a publication is meant. */
    public boolean means(Publication publication) {
        DublinCore text = publication.metadata();
        String mission = text.value(Element.MISSION);
        Publication.Revision beside = publication.revision();
        return (missions == null || mission != null && missions.contains(mission))
                && (state == null || publication.state() == state)
                && (revision == null || beside != null && beside.state() == revision)
                && (type == null || type.equals(text.value(Element.TYPE)))
                && (sourceId == null || sourceId.equals(text.value(Element.SOURCE_ID)))
                && (modifiedSince == null || !publication.modified().isBefore(modifiedSince));
    }
}
