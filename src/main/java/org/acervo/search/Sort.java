package org.acervo.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The order of hits; equal ones come in the order of their ids, the latest first. */
public enum Sort {
    /** The best first; where nothing was typed, the order of the one collection that is chosen, else the newest. */
    RELEVANCE,
    /** By date of issue, unknown dates last. */
    NEWEST,
    /** By date of issue, unknown dates last. */
    OLDEST,
    /** By the first title, without capitals and accents. */
    TITLE,
    /** What was changed last first. */
    CHANGED;

    /** The code used in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of a code. */
    public static Optional<Sort> ofCode(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
