package org.acervo.files;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.PublicationId;

/**
 * The pictures of publications, at most one each. Thread-safe. Every method throws {@link
 * org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Covers {

    /** Those that were tried, also without success; the others are absent. */
    Map<PublicationId, Cover> ofAll(Collection<PublicationId> publications);

    default Optional<Cover> find(PublicationId publication) {
        return Optional.ofNullable(ofAll(List.of(publication)).get(publication));
    }

    /** A picture with its bytes; empty where there is none. */
    Optional<Cover.Picture> picture(PublicationId publication, Cover.Size size);

    /** Keeps one with its bytes, in the place of the one there is. */
    void keep(Cover cover);

    void remove(PublicationId publication);
}
