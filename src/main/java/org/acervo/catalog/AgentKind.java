package org.acervo.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.acervo.vocabulary.Vocabularies;

/** What a creator, contributor or publisher is. */
public enum AgentKind {
    PERSON,
    ORGANIZATION;

    private static final List<String> CODES =
            Arrays.stream(values()).map(AgentKind::code).toList();

    /** The code used in documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What an agent is whose document does not say: a known organization is one, otherwise exactly one comma makes a
     * person ("Surname, Given name"), and anything else is an organization.
     */
    public static AgentKind guess(String name, Vocabularies vocabularies) {
        int comma = name.indexOf(',');
        boolean oneComma = comma >= 0 && name.indexOf(',', comma + 1) < 0;
        return oneComma && vocabularies.organizationNamed(name).isEmpty() ? PERSON : ORGANIZATION;
    }

    /** Every code. */
    public static List<String> codes() {
        return CODES;
    }
}
