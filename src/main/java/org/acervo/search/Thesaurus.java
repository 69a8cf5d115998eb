package org.acervo.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.vocabulary.InterfaceLanguage;

/** Concepts of migration and what they are called, so that a word in one language finds texts in all four. Immutable. */
public final class Thesaurus {

    /** One that knows nothing. */
    public static final Thesaurus EMPTY = new Thesaurus(List.of());

    private static final int LONGEST = 6;

    private final Map<String, List<Concept>> concepts = new HashMap<>();

    /**
     * A concept.
     *
     * @param terms of each language; the first is the preferred one
     */
    public record Concept(String code, Map<InterfaceLanguage, List<String>> terms) {
        public Concept {
            terms = Map.copyOf(terms);
        }
    }

    /**
     * The concepts that words mean.
     *
     * @param length how many of the words are meant, from the first on
     */
    record Match(int length, List<Concept> concepts) {}

    public Thesaurus(Collection<Concept> concepts) {
        Words words = new Words();
        for (Concept concept : concepts) {
            concept.terms()
                    .forEach((language, terms) -> terms.forEach(term -> {
                        List<String> split = WordsAnalyzer.split(term);
                        List<Concept> known =
                                this.concepts.computeIfAbsent(key(split, language, words), key -> new ArrayList<>());
                        if (!known.contains(concept)) {
                            known.add(concept);
                        }
                    }));
        }
    }

    /** The longest term that words begin with, in any form and of any language; of length 0 where there is none. */
    Match match(List<String> typed, Words words) {
        for (int length = Math.min(LONGEST, typed.size()); length > 0; length--) {
            List<Concept> found = new ArrayList<>();
            for (InterfaceLanguage language : InterfaceLanguage.values()) {
                concepts.getOrDefault(key(typed.subList(0, length), language, words), List.of()).stream()
                        .filter(each -> !found.contains(each))
                        .forEach(found::add);
            }
            if (!found.isEmpty()) {
                return new Match(length, found);
            }
        }
        return new Match(0, List.of());
    }

    private static String key(List<String> split, InterfaceLanguage language, Words words) {
        StringBuilder key = new StringBuilder(language.tag());
        for (String word : split) {
            List<String> stems = words.stems(word, language);
            key.append(' ').append(stems.isEmpty() ? words.fold(word) : stems.get(stems.size() - 1));
        }
        return key.toString();
    }
}
