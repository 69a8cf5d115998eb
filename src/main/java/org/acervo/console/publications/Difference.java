package org.acervo.console.publications;

import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;

/**
 * What a change did to one element.
 *
 * @param label the name of the element
 * @param removed values that were there and are not any more
 * @param added values that were not there before
 * @param moved whether the same values stand in another order
 */
public record Difference(String label, List<Said> removed, List<Said> added, boolean moved) {

    /** What is different between two texts, in the order of the elements. */
    public static List<Difference> between(DublinCore before, DublinCore after, Words words) {
        List<Difference> all = new ArrayList<>();
        for (Element element : Element.ALL) {
            List<Statement> old = before.all(element);
            List<Statement> now = after.all(element);
            if (!old.equals(now)) {
                List<Said> removed = without(old, now, words);
                List<Said> added = without(now, old, words);
                all.add(new Difference(words.element(element), removed, added, removed.isEmpty() && added.isEmpty()));
            }
        }
        return all;
    }

    private static List<Said> without(List<Statement> all, List<Statement> others, Words words) {
        List<Statement> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest.stream().map(words::said).toList();
    }
}
