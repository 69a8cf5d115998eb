package org.acervo.format;

import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Words in a language.
 *
 * @param lang a BCP 47 tag, or null where none is known
 */
record Text(String value, @Nullable String lang) {

    static Text of(Statement statement) {
        return new Text(statement.value(), statement.lang());
    }
}
