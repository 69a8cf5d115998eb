package org.acervo.deposit.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.Element;

/** Several values in one cell. */
final class Values {

    /** Texts in which a line break or a bar may be a part of the text. */
    private static final Set<Element> WHOLE = Set.of(Element.TITLE, Element.DESCRIPTION, Element.BODY);

    /** Lists of codes, in which a semicolon or a comma can be nothing but a separator. */
    private static final Set<Element> CODED = Set.of(Element.THEME, Element.LANGUAGE, Element.COLLECTION);

    private Values() {}

    /** The values of an element; blank ones are left out. */
    static List<String> split(String text, Element element, Codes codes) {
        if (element.most() == 1 || WHOLE.contains(element)) {
            return List.of(element == Element.SOURCE_ID ? text : text.strip());
        }
        List<String> values = new ArrayList<>();
        for (String each : list(text)) {
            if (CODED.contains(element) && !codes.knows(element, each)) {
                for (String part : each.split("[;,]", -1)) {
                    values.add(part.strip());
                }
            } else {
                values.add(each);
            }
        }
        values.removeIf(String::isBlank);
        return values;
    }

    /** What stands between bars or line breaks, blank ones included where something follows. */
    static List<String> list(String text) {
        List<String> values = new ArrayList<>();
        if (!text.isBlank()) {
            for (String each : text.strip().split("\\||\\R", -1)) {
                values.add(each.strip());
            }
        }
        return values;
    }
}
