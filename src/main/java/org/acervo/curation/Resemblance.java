package org.acervo.curation;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;

/** In what two publications are alike so much that they may be the same. */
public enum Resemblance {
    /** They have a file with the same content. */
    FILE,
    /** They have the same identifier. */
    IDENTIFIER,
    /** A title of the one is nearly one of the other, in whichever language, and neither year nor publisher speaks against it. */
    TITLE;

    private static final double NEAR = 0.85;

    /** The code that texts have. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What their texts have in common. */
    static Set<Resemblance> between(DublinCore one, DublinCore other) {
        Set<Resemblance> found = EnumSet.noneOf(Resemblance.class);
        Set<String> identifiers = identifiers(one);
        if (identifiers(other).stream().anyMatch(identifiers::contains)) {
            found.add(IDENTIFIER);
        }
        if (agree(years(one), years(other))
                && agree(folded(one, Element.PUBLISHER), folded(other, Element.PUBLISHER))) {
            List<Map<String, Integer>> titles = titles(other);
            if (titles(one).stream().anyMatch(a -> titles.stream().anyMatch(b -> likeness(a, b) >= NEAR))) {
                found.add(TITLE);
            }
        }
        return found;
    }

    /** Two that are both known must have something in common. */
    private static boolean agree(Set<String> some, Set<String> others) {
        return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(others::contains);
    }

    private static Set<String> identifiers(DublinCore text) {
        return text.values(Element.IDENTIFIER).stream()
                .map(each -> each.replaceAll("[\\s\\u2010-\\u2015-]", "").toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> years(DublinCore text) {
        String date = text.value(Element.DATE);
        return date != null && date.matches("[0-9]{4}.*") ? Set.of(date.substring(0, 4)) : Set.of();
    }

    private static Set<String> folded(DublinCore text, Element element) {
        return text.values(element).stream().map(Resemblance::folded).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Map<String, Integer>> titles(DublinCore text) {
        return text.values(Element.TITLE).stream()
                .map(Resemblance::pairs)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Letters and digits alone, without accents and capitals. */
    private static String folded(String text) {
        return Normalizer.normalize(text.substring(0, Math.min(text.length(), 500)), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** How often each two neighbouring letters stand in a text. */
    private static Map<String, Integer> pairs(String text) {
        String bare = folded(text);
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < bare.length(); i++) {
            pairs.merge(bare.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    /** From 0 to 1, by Dice. */
    private static double likeness(Map<String, Integer> one, Map<String, Integer> other) {
        int common = 0;
        for (Map.Entry<String, Integer> each : one.entrySet()) {
            common += Math.min(each.getValue(), other.getOrDefault(each.getKey(), 0));
        }
        return 2.0 * common / (sum(one) + sum(other));
    }

    private static int sum(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
