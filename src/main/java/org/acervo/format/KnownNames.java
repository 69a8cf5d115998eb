package org.acervo.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acervo.catalog.Element;

/** Finds what somebody may have meant by a name that is not known. */
final class KnownNames {

    private static final int MOST = 3;
    private static final int LONGEST = 100;
    private static final Map<String, String> MEMBER_OF_NAME = new LinkedHashMap<>();

    static {
        for (Element element : Element.values()) {
            MEMBER_OF_NAME.put(element.member(), element.member());
        }
        MEMBER_OF_NAME.put("withdrawn", "withdrawn");
        for (Element element : Element.values()) {
            String term = element.term();
            if (term != null) {
                MEMBER_OF_NAME.putIfAbsent(term, element.member());
            }
        }
    }

    private KnownNames() {}

    /** The members of a publication whose names or dcterms terms are nearest to a name; at most three, may be none. */
    static List<String> nearest(String name) {
        return nearest(name, MEMBER_OF_NAME.keySet()).stream()
                .map(each -> MEMBER_OF_NAME.getOrDefault(each, each))
                .distinct()
                .toList();
    }

    /** The names that differ from a name in few letters, the nearest first; at most three, may be none. */
    static List<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, name.length() / 3);
        List<Near> near = new ArrayList<>();
        for (String each : known) {
            int distance = distance(lower, each.toLowerCase(Locale.ROOT));
            if (distance <= most) {
                near.add(new Near(each, distance));
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private record Near(String name, int distance) {}

    /** How many letters to add, take away or change (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
