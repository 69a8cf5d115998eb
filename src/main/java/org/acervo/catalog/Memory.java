package org.acervo.catalog;

import java.util.Optional;

/**
 * What the repository remembers about itself in the database, whichever node asks: its identifier, its base URL, the key
 * that signs tokens. Thread-safe.
 */
public interface Memory {

    /** The value of a name, or empty where none was ever kept. */
    Optional<String> recall(String name);

    /** Keeps a value for a name unless there is one, and answers the one that is kept. Safe when several nodes ask at once. */
    String keepFirst(String name, String value);

    /** Keeps a value for a name. */
    void keep(String name, String value);
}
