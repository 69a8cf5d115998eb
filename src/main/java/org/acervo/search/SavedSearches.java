package org.acervo.search;

import java.util.List;
import java.util.Optional;

/**
 * The searches that are kept under a name. Thread-safe. Every method throws {@link
 * org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface SavedSearches {

    /** Those of an account and those that others share, its own first, then by name; at most so many. */
    List<SavedSearch> of(String account, int limit);

    /** How many an account has. */
    int count(String account);

    Optional<SavedSearch> find(long id);

    /** Keeps one, and gives it its number. */
    SavedSearch add(SavedSearch search);

    /** Keeps the name of one and whether it is shared; does nothing where there is none of that number. */
    void change(SavedSearch search);

    /** Forgets one. */
    void remove(long id);
}
