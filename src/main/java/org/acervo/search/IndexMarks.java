package org.acervo.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the database remembers of the last commits of indexes, so that an index knows whether this is still the database that
 * it followed. Thread-safe. Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not
 * answer.
 */
public interface IndexMarks {

    /**
     * The random marks of the last two commits of an index: which of them the index has, a crash decides.
     *
     * @param before null after the first commit
     */
    record Marks(String last, @Nullable String before) {
        boolean has(@Nullable String mark) {
            return last.equals(mark) || before != null && before.equals(mark);
        }
    }

    /** @param index its random name */
    Optional<Marks> find(String index);

    /** Keeps the marks of an index, in the place of those it had. */
    void keep(String index, Marks marks);

    /** Forgets an index that is no more. */
    void forget(String index);
}
