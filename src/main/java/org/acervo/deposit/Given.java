package org.acervo.deposit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;

/**
 * A text as somebody gave it.
 *
 * @param findings what was found in its form
 * @param places where the values stand in what was sent, by their JSON Pointer; empty where that was JSON
 */
record Given(DublinCore text, List<Finding> findings, Map<String, String> places) {

    Given {
        findings = List.copyOf(findings);
        places = Map.copyOf(places);
    }

    static Given of(DublinCore text) {
        return new Given(text, List.of(), Map.of());
    }

    Given with(DublinCore other) {
        return new Given(other, findings, places);
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** Whether so little could be read that there is nothing else to say. */
    boolean isUnreadable() {
        return findings.stream()
                .anyMatch(each -> each.isError() && each.pointer().isEmpty());
    }

    /** What was found in its form, and then what the rules say, each with the place in what was sent. */
    List<Finding> and(List<Finding> ofRules) {
        List<Finding> all = new ArrayList<>(findings);
        for (Finding finding : ofRules) {
            Finding placed = finding.at(place(finding.pointer()));
            if (findings.stream()
                    .noneMatch(each -> each.isError() && each.pointer().equals(placed.pointer()))) {
                all.add(placed);
            }
        }
        return List.copyOf(all);
    }

    Refused refusal(List<Finding> ofRules) {
        return new Refused(and(ofRules));
    }

    private String place(String pointer) {
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            String place = places.get(pointer.substring(0, end));
            if (place != null) {
                return place;
            }
        }
        return pointer;
    }
}
