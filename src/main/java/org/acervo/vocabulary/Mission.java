package org.acervo.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mission that deposits publications.
 *
 * @param coverage the countries (ISO 3166-1 alpha-2) and regions (UN M49) that it works in
 * @param defaults what its records mean where they say nothing
 * @param reviewed whether its deposits are reviewed by a curator before they are published
 */
public record Mission(String code, Labels labels, List<String> coverage, Defaults defaults, boolean reviewed)
        implements Term {

    /** Values used where a record of the mission has none; each may be absent. */
    public record Defaults(
            @Nullable String publisher,
            @Nullable String rights,
            @Nullable String language,
            @Nullable String country) {

        /** No default at all. */
        public static final Defaults NONE = new Defaults(null, null, null, null);
    }

    public Mission {
        coverage = List.copyOf(coverage);
    }
}
