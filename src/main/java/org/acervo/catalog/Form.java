package org.acervo.catalog;

import java.util.Set;

/** The form of the statements of an element: what its JSON object may hold beside the value. */
public enum Form {
    /** A code, a URI or a number: a value without a language. */
    CODE("value", false),
    /** A text in a language. */
    TEXT("value", true),
    /** A person or an organization. */
    AGENT("value", true, Qualifier.KIND, Qualifier.ID),
    /** A series and the number in it. */
    SERIES("value", true, Qualifier.NUMBER),
    IDENTIFIER("value", false, Qualifier.SCHEME),
    RELATION("target", false, Qualifier.TYPE),
    LINK("url", false, Qualifier.LANGUAGE, Qualifier.LABEL),
    PROJECT("code", false, Qualifier.FUNDER);

    private final String member;
    private final boolean language;
    private final Set<Qualifier> qualifiers;

    Form(String member, boolean language, Qualifier... qualifiers) {
        this.member = member;
        this.language = language;
        this.qualifiers = Set.of(qualifiers);
    }

    /** The JSON member that holds the value. */
    public String member() {
        return member;
    }

    /** Whether a value may carry a language tag. */
    public boolean hasLanguage() {
        return language;
    }

    public Set<Qualifier> qualifiers() {
        return qualifiers;
    }

    /** Whether a value is always written as an object, never as a plain string. */
    public boolean objectOnly() {
        return !member.equals("value");
    }
}
