package org.acervo.library;

import java.util.List;

/**
 * Something that is said of a publication.
 *
 * @param label what is said, in the language of the page
 * @param values never none
 */
public record Fact(String label, List<Value> values) {

    public Fact {
        values = List.copyOf(values);
    }
}
