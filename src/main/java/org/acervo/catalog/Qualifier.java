package org.acervo.catalog;

import java.util.List;
import java.util.Locale;

/** What a statement says beside its value and its language; the JSON member has the same name in lower case. */
public enum Qualifier {
    /** Of an agent: {@code person} or {@code organization}. */
    KIND,
    /** Of an agent: a URI such as an ORCID or a ROR. */
    ID,
    /** Of a series: the number of the publication in it. */
    NUMBER,
    /** Of an identifier: {@code doi isbn issn handle symbol url}. */
    SCHEME,
    /** Of a relation: the code of a {@link RelationType}. */
    TYPE,
    /** Of a link: the language of what it leads to. */
    LANGUAGE,
    /** Of a link: its text. */
    LABEL,
    /** Of a project: who pays for it. */
    FUNDER;

    /** Every qualifier. */
    public static final List<Qualifier> ALL = List.of(values());

    /** The name of the JSON member. */
    public String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
