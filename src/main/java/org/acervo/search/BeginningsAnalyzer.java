package org.acervo.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Makes of a text the beginnings of its words, of one letter to {@link #LONGEST}. Thread-safe. */
final class BeginningsAnalyzer extends Analyzer {

    static final BeginningsAnalyzer ONLY = new BeginningsAnalyzer();

    /** In UTF-16 units. */
    static final int LONGEST = 8;

    private BeginningsAnalyzer() {
        super(GLOBAL_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokens = new StandardTokenizer();
        return new TokenStreamComponents(tokens, new Cutting(tokens));
    }

    private static final class Cutting extends TokenFilter {

        private final Words words = new Words();
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String word = "";
        private int length;

        Cutting(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (length >= Math.min(word.length(), LONGEST)) {
                if (!input.incrementToken()) {
                    return false;
                }
                word = words.fold(term.toString());
                length = 0;
            }
            length++;
            term.setEmpty().append(word, 0, Math.min(length, word.length()));
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            word = "";
            length = 0;
        }
    }
}
