package org.acervo.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.acervo.vocabulary.InterfaceLanguage;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/** Makes of a text in one language its words, each with its stems at the same place. Thread-safe. */
final class WordsAnalyzer extends Analyzer {

    /** Of texts in none of the four languages: words without stems. */
    static final WordsAnalyzer OTHER = new WordsAnalyzer(null);

    private static final List<WordsAnalyzer> ALL = List.of(
            new WordsAnalyzer(InterfaceLanguage.EN),
            new WordsAnalyzer(InterfaceLanguage.ES),
            new WordsAnalyzer(InterfaceLanguage.FR),
            new WordsAnalyzer(InterfaceLanguage.PT));

    /** So that no phrase reaches from one value into the next. */
    private static final int GAP = 100;

    private final @Nullable InterfaceLanguage language;
    private final @Nullable Set<Character> initials;

    private WordsAnalyzer(@Nullable InterfaceLanguage language) {
        this(language, null);
    }

    private WordsAnalyzer(@Nullable InterfaceLanguage language, @Nullable Set<Character> initials) {
        super(GLOBAL_REUSE_STRATEGY);
        this.language = language;
        this.initials = initials;
    }

    /** The same, but with stems of those words only that begin with one of these letters, as their stems then do. */
    WordsAnalyzer withStemsOf(Set<Character> initials) {
        return new WordsAnalyzer(language, initials);
    }

    /** The analyzer for texts with a BCP 47 tag, or with none. */
    static WordsAnalyzer of(@Nullable String tag) {
        InterfaceLanguage known = tag == null ? null : InterfaceLanguage.find(tag);
        return known == null ? OTHER : ALL.get(known.ordinal());
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, new Forms(tokens, language, initials));
    }

    /** The words of a text as they are written. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        try (Tokenizer tokens = new StandardTokenizer()) {
            tokens.setReader(new java.io.StringReader(text));
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException never) {
            throw new java.io.UncheckedIOException(never);
        }
        return words;
    }

    /** Puts each word without capitals and accents in its place, and its stems after it at the same position. */
    private static final class Forms extends TokenFilter {

        private final @Nullable InterfaceLanguage language;
        private final @Nullable Set<Character> initials;
        private final Words words = new Words();
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
        private List<String> pending = List.of();
        private int next;

        Forms(TokenStream words, @Nullable InterfaceLanguage language, @Nullable Set<Character> initials) {
            super(words);
            this.language = language;
            this.initials = initials;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (next < pending.size()) {
                term.setEmpty().append(pending.get(next++));
                position.setPositionIncrement(0);
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            String word = term.toString();
            String folded = words.fold(word);
            term.setEmpty().append(folded);
            pending = language == null || !isStemmed(folded) ? List.of() : words.stems(word, language);
            next = 0;
            return true;
        }

        private boolean isStemmed(String folded) {
            return initials == null || !folded.isEmpty() && initials.contains(folded.charAt(0));
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            pending = List.of();
            next = 0;
        }
    }
}
