package org.acervo.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a publication's Dublin Core: an element and a value, with its language and qualifiers.
 *
 * @param lang a BCP 47 tag, or null where none is known
 * @param qualifiers only those that the element's {@link Form} has
 */
public record Statement(
        Element element, String value, @Nullable String lang, Map<Qualifier, String> qualifiers) {

    public Statement {
        qualifiers = Map.copyOf(qualifiers);
    }

    /** A value without a language. */
    public static Statement of(Element element, String value) {
        return new Statement(element, value, null, Map.of());
    }

    /** A value in a language. */
    public static Statement of(Element element, String value, @Nullable String lang) {
        return new Statement(element, value, lang, Map.of());
    }

    /** The qualifier's value, or null where the statement has none. */
    public @Nullable String qualifier(Qualifier qualifier) {
        return qualifiers.get(qualifier);
    }

    /** Whether a qualifier has a value. */
    public boolean is(Qualifier qualifier, String value) {
        return value.equals(qualifiers.get(qualifier));
    }
}
