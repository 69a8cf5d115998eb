package org.acervo.search;

import java.util.List;
import java.util.Optional;

/**
 * What hits are counted by and can be narrowed to. A publication may have several values of one facet, or none; a value
 * is a code of its vocabulary.
 */
public enum Facet {
    /** The state of the publication; of one with a revision also {@code revision-} and the state of that. */
    STATE("state"),
    MISSION("mission"),
    THEME("theme"),
    /** The first part of a BCP 47 tag, such as {@code pt}. */
    LANGUAGE("language"),
    TYPE("type"),
    /** ISO 3166-1 alpha-2 of countries, also for their subdivisions, and UN M49 of regions. */
    COUNTRY("country"),
    COLLECTION("collection"),
    /** The kind of an organization, such as {@code un-agency}. */
    PUBLISHER_KIND("publisher"),
    /** {@code yes} or {@code no}; whether there is one that the one who looks may open. */
    HAS_FILE("file"),
    /** What became of the text of its files, in lower case with hyphens, such as {@code searched}. */
    TEXT_STATUS("fulltext"),
    /** What a document lacks that guides of discoverability ask for, such as {@code author-id}. */
    LACKS("lacks");

    /** Every facet, in the order in which they are shown. */
    public static final List<Facet> ALL = List.of(values());

    private final String parameter;

    Facet(String parameter) {
        this.parameter = parameter;
    }

    /** The name of the parameter in addresses, and of the field in the search box. */
    public String parameter() {
        return parameter;
    }

    /** The facet of a parameter's name. */
    public static Optional<Facet> ofParameter(String name) {
        return ALL.stream().filter(each -> each.parameter.equals(name)).findFirst();
    }
}
