package org.acervo.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one check, and builds pointers only where there is something to point at. */
final class Findings {

    private final List<Finding> all = new ArrayList<>(0);

    List<Finding> all() {
        return List.copyOf(all);
    }

    /** A finding about the member as a whole. */
    void add(Rule rule, Element element, @Nullable String given, List<String> expected) {
        all.add(Finding.of(rule, element.pointer(), given, expected));
    }

    /** A finding about a value. */
    void add(Rule rule, Place place, @Nullable String given, List<String> expected) {
        all.add(Finding.of(rule, place.pointer(), given, expected));
    }

    void add(Finding finding) {
        all.add(finding);
    }

    /** Where a value stands: the value itself, or, where there is a member, what is said beside it. */
    record Place(Statement statement, int index, @Nullable String member) {

        static Place of(Statement statement, int index) {
            Form form = statement.element().form();
            return new Place(statement, index, form.objectOnly() ? form.member() : null);
        }

        Place at(String other) {
            return new Place(statement, index, other);
        }

        String pointer() {
            String pointer = statement.element().pointer(index);
            return member == null ? pointer : pointer + "/" + member;
        }
    }
}
