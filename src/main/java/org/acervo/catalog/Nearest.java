package org.acervo.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Term;
import org.jspecify.annotations.Nullable;

/** The allowed codes that come nearest to a wrong one, for whoever has to mend it. */
public final class Nearest {

    /** As many codes as a finding lists: all of a vocabulary, and of the collections the nearest. */
    static final int MOST = 50;

    private static final int COMPARED = 60;

    private Nearest() {}

    /**
     * The names that differ from a given one in a few letters, nearest first, at most three; others of the same thing
     * count as the name.
     *
     * @param names for each name all that it is found by, itself among them
     */
    public static List<String> alike(String given, Map<String, Set<String>> names) {
        String wanted = folded(given);
        int most = Math.max(2, wanted.length() / 3);
        return sorted(given, names).stream()
                .filter(each -> distance(wanted, names.getOrDefault(each, Set.of(each))) <= most)
                .limit(3)
                .toList();
    }

    /** The codes, nearest to the given text first; in their own order where there is no text. */
    public static List<String> codes(@Nullable String given, Collection<String> codes) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        codes.forEach(code -> names.put(code, Set.of(code)));
        return sorted(given, names);
    }

    /** The codes of terms, nearest first; a label in any language counts as the code it stands for. */
    public static List<String> terms(@Nullable String given, Collection<? extends Term> terms) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Term term : terms) {
            Set<String> texts = term.labels().distinct();
            texts.add(term.code());
            names.put(term.code(), texts);
        }
        return sorted(given, names);
    }

    /** The URIs of licences, nearest first; a label or an SPDX identifier counts as the URI. */
    static List<String> licences(@Nullable String given, Collection<Licence> licences) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Licence licence : licences) {
            Set<String> texts = licence.labels().distinct();
            texts.add(licence.uri());
            if (licence.spdx() != null) {
                texts.add(licence.spdx());
            }
            names.put(licence.uri(), texts);
        }
        return sorted(given, names);
    }

    private static List<String> sorted(@Nullable String given, Map<String, Set<String>> names) {
        Stream<String> codes = names.keySet().stream();
        if (given != null) {
            String wanted = folded(given);
            Map<String, Integer> distances = new HashMap<>();
            names.forEach((code, texts) -> distances.put(code, distance(wanted, texts)));
            codes = codes.sorted(Comparator.comparing(code -> distances.getOrDefault(code, Integer.MAX_VALUE)));
        }
        return codes.limit(MOST).toList();
    }

    private static int distance(String wanted, Set<String> texts) {
        return texts.stream()
                .mapToInt(text -> distance(wanted, folded(text)))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static String folded(String text) {
        String folded = text.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return folded.length() > COMPARED ? folded.substring(0, COMPARED) : folded;
    }

    /** Levenshtein's distance, with one row of the table kept. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
