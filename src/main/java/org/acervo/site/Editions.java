package org.acervo.site;

import java.util.List;
import java.util.Optional;

/**
 * Everything that staff wrote for public pages, with what they wrote before. Thread-safe. Every method throws {@link
 * org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Editions {

    /** The last one of a page. */
    Optional<Edition> find(SitePage page);

    /** All of a page, the last first. */
    List<Edition> history(SitePage page);

    /** Keeps the next one of a page; false where somebody was quicker with that version. */
    boolean add(Edition next);
}
