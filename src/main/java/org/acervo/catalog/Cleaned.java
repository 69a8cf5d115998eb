package org.acervo.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A document after {@link Cleaning}.
 *
 * @param metadata what is kept
 * @param warnings what its author should know, with pointers into the document as it was given
 * @param places for each element of which values were dropped: where the kept ones stood
 */
public record Cleaned(DublinCore metadata, List<Finding> warnings, Map<Element, List<Integer>> places) {

    public Cleaned {
        warnings = List.copyOf(warnings);
        places = Map.copyOf(places);
    }

    /**
     * The warnings and then what the rules found in the cleaned document, with every pointer into the document as it was
     * given, where dropped values still stand.
     */
    public List<Finding> with(List<Finding> ofRules) {
        List<Finding> all = new ArrayList<>(warnings);
        Map<String, String> moved = moved();
        for (Finding finding : ofRules) {
            all.add(moved.isEmpty() ? finding : finding.at(original(finding.pointer(), moved)));
        }
        return List.copyOf(all);
    }

    private Map<String, String> moved() {
        Map<String, String> moved = new HashMap<>();
        places.forEach((element, indexes) -> {
            for (int i = 0; i < indexes.size(); i++) {
                if (indexes.get(i) != i) {
                    moved.put(element.pointer(i), element.pointer(indexes.get(i)));
                }
            }
        });
        return moved;
    }

    private static String original(String pointer, Map<String, String> moved) {
        int second = pointer.indexOf('/', 1);
        int third = second < 0 ? -1 : pointer.indexOf('/', second + 1);
        String value = third < 0 ? pointer : pointer.substring(0, third);
        return moved.getOrDefault(value, value) + pointer.substring(value.length());
    }
}
