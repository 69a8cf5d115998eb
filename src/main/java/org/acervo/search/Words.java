package org.acervo.search;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.acervo.vocabulary.InterfaceLanguage;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemmer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemmer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The forms under which a word is indexed and looked for: as it is, without capitals and accents, and as its stem in a
 * language. A stem is that of the word as it is written and, where that differs, of the word without accents, so that it does
 * not matter whether somebody types them. Used by one thread.
 */
final class Words {

    /** Begins every stem, so that none is ever taken for a word; after it stands the language. */
    static final char STEM = '\u001f';

    /** How many units stand before the stem. */
    private static final int MARK = 3;

    /** Of each language. */
    private static final int REMEMBERED = 20_000;

    /** What is longer is no word that comes back. */
    private static final int LONGEST = 64;

    /** Of all threads, each of which would otherwise learn the same words. */
    private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();

    private static final Map<InterfaceLanguage, Map<String, List<String>>> STEMS = new ConcurrentHashMap<>();
    private static final Set<String> STOP_WORDS = stopWords();

    private final EnglishStemmer english = new EnglishStemmer();
    private final SpanishLightStemmer spanish = new SpanishLightStemmer();
    private final FrenchLightStemmer french = new FrenchLightStemmer();
    private final PortugueseLightStemmer portuguese = new PortugueseLightStemmer();

    /** The word without capitals, accents, an article before an apostrophe, and a genitive's {@code 's}. */
    String fold(String word) {
        return isFolded(word) ? word : remembered(FOLDED, word, Words::folded);
    }

    /** Whether nothing is to be done, as with most words: much quicker than to look one up. */
    private static boolean isFolded(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > 'z' || c < 'a' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** The marked stems of a word in a language; none for numbers, codes and the like. */
    List<String> stems(String word, InterfaceLanguage language) {
        return remembered(
                STEMS.computeIfAbsent(language, key -> new ConcurrentHashMap<>()),
                word,
                each -> stemmed(each, language));
    }

    /** The value of a word, made where it is not known; what is often asked for is soon there again after the end of room. */
    private static <V> V remembered(Map<String, V> known, String word, Function<String, V> make) {
        if (word.length() > LONGEST) {
            return make.apply(word);
        }
        V value = known.get(word);
        if (value == null) {
            value = make.apply(word);
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(word, value);
        }
        return value;
    }

    /** Whether a folded word says nothing by itself, in any of the four languages. */
    static boolean isStopWord(String folded) {
        return STOP_WORDS.contains(folded);
    }

    /** The first letter of a marked stem; empty for a word. */
    static Optional<Character> initial(String form) {
        return form.length() <= MARK || form.charAt(0) != STEM ? Optional.empty() : Optional.of(form.charAt(MARK));
    }

    private List<String> stemmed(String word, InterfaceLanguage language) {
        String plain = plain(word.toLowerCase(Locale.ROOT));
        if (plain.length() < 3 || !plain.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        Set<String> marked = new LinkedHashSet<>();
        for (String form : List.of(plain, fold(word))) {
            String stem = ascii(stem(form, language));
            if (!stem.isEmpty()) {
                marked.add(STEM + language.tag() + stem);
            }
        }
        return List.copyOf(marked);
    }

    private String stem(String word, InterfaceLanguage language) {
        char[] letters = word.toCharArray();
        int length = letters.length;
        switch (language) {
            case ES -> length = spanish.stem(letters, length);
            case FR -> length = french.stem(letters, length);
            case PT -> length = portuguese.stem(letters, length);
            case EN -> {
                english.setCurrent(letters, length);
                english.stem();
                return english.getCurrent();
            }
        }
        return new String(letters, 0, length);
    }

    private static String folded(String word) {
        String lower = plain(word.toLowerCase(Locale.ROOT));
        return lower.chars().allMatch(c -> c < 128) ? lower : ascii(lower);
    }

    /** What is left when apostrophes with what they cut off are gone. */
    private static String plain(String lower) {
        String word = lower.indexOf('\u2019') < 0 ? lower : lower.replace('\u2019', '\'');
        int apostrophe = word.indexOf('\'');
        if (apostrophe < 0) {
            return word;
        }
        boolean article =
                apostrophe == 1 && "ldjmnstc".indexOf(word.charAt(0)) >= 0 || apostrophe == 2 && word.startsWith("qu");
        if (article && word.length() > apostrophe + 2) {
            return word.substring(apostrophe + 1);
        }
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private static String ascii(String lower) {
        String whole = Normalizer.isNormalized(lower, Normalizer.Form.NFKC)
                ? lower
                : Normalizer.normalize(lower, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        char[] letters = whole.toCharArray();
        char[] out = new char[4 * letters.length];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, out, 0, letters.length);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            if (Character.getType(out[i]) != Character.NON_SPACING_MARK) {
                text.append(Character.toLowerCase(out[i]));
            }
        }
        return text.toString();
    }

    private static Set<String> stopWords() {
        Set<String> all = new HashSet<>();
        for (CharArraySet set : List.of(
                EnglishAnalyzer.getDefaultStopSet(),
                SpanishAnalyzer.getDefaultStopSet(),
                FrenchAnalyzer.getDefaultStopSet(),
                PortugueseAnalyzer.getDefaultStopSet())) {
            for (Object word : set) {
                all.add(folded(new String((char[]) word)));
            }
        }
        return Set.copyOf(all);
    }
}
