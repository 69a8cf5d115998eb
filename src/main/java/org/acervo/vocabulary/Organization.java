package org.acervo.vocabulary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organization that creates or publishes.
 *
 * @param labels its name in the four languages
 * @param acronym its usual short name, or null
 * @param aliases other names that it is found by
 * @param country ISO 3166-1 alpha-2, or null where it belongs to none
 * @param ror its identifier in the Research Organization Registry, a URI, or null
 */
public record Organization(
        String code,
        Labels labels,
        @Nullable String acronym,
        List<String> aliases,
        Kind kind,
        @Nullable String country,
        @Nullable String ror)
        implements Term {

    /** What an organization is; the kind of a publisher follows from it. */
    public enum Kind {
        IOM_MISSION,
        UN_AGENCY,
        INTERGOVERNMENTAL,
        GOVERNMENT,
        ACADEMIA,
        CIVIL_SOCIETY,
        PRIVATE;

        /** The code used in files and addresses, such as {@code un-agency}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Organization {
        aliases = List.copyOf(aliases);
    }

    /** Every name that the organization is found by: its names, its acronym and its aliases. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(labels.distinct());
        if (acronym != null) {
            names.add(acronym);
        }
        names.addAll(aliases);
        return names;
    }
}
