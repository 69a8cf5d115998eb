package org.acervo.site;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that staff wrote for public pages, with what they wrote before. Thread-safe. Every method throws {@link
 * org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Editions {

    /** The last one of each page; those that nobody wrote are absent. */
    Map<SitePage, Edition> findAll(Collection<SitePage> pages);

    /** The last one of a page. */
    default Optional<Edition> find(SitePage page) {
        return Optional.ofNullable(findAll(List.of(page)).get(page));
    }

    /** All of a page, the last first. */
    List<Edition> history(SitePage page);

    /** Keeps the next one of a page; false where somebody was quicker with that version. */
    boolean add(Edition next);
}
