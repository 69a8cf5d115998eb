package org.acervo.format;

import org.acervo.catalog.AgentKind;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organization that created or contributed.
 *
 * @param name of a person inverted, {@code Surname, Given name}, where it has two parts; of an organization as it stands
 * @param id a URI such as an ORCID or a ROR, or null
 */
record Agent(
        String name,
        boolean isPerson,
        @Nullable String id,
        @Nullable String lang) {

    static Agent of(Statement statement, Vocabularies vocabularies) {
        String kind = statement.qualifier(Qualifier.KIND);
        boolean person = kind == null
                ? AgentKind.guess(statement.value(), vocabularies) == AgentKind.PERSON
                : kind.equals(AgentKind.PERSON.code());
        return new Agent(statement.value(), person, statement.qualifier(Qualifier.ID), statement.lang());
    }

    /** What stands before the comma of a person's name, or null where the name is not inverted. */
    @Nullable
    String family() {
        int comma = name.indexOf(',');
        return isPerson && comma > 0 ? name.substring(0, comma).strip() : null;
    }

    /** What stands after the comma of a person's name. */
    String given() {
        return name.substring(name.indexOf(',') + 1).strip();
    }
}
