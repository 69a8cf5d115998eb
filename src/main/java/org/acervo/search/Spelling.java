package org.acervo.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/** Guesses what was meant where nothing was found. */
final class Spelling {

    private static final int MOST_WORDS = 6;
    private static final int GUESSES = 3;

    private Spelling() {}

    /** Says whether a text finds anything. */
    interface Trial {
        boolean finds(String text) throws IOException;
    }

    /**
     * The text with unknown words in the place of which known ones stand.
     *
     * @return null where there is none that finds anything: nobody shall learn of words that only others may see
     */
    static @Nullable String correct(
            IndexSearcher searcher, LabelIndex labels, String text, BoxQuery.Built built, Trial trial)
            throws IOException {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinQueryLength(4);
        checker.setMaxEdits(2);
        Words forms = new Words();
        String corrected = text;
        for (String word :
                built.typed().subList(0, Math.min(MOST_WORDS, built.typed().size()))) {
            Term term = new Term(Fields.TEXT, forms.fold(word));
            List<SuggestWord> guesses = new ArrayList<>();
            List<IndexReader> all = List.of(searcher.getIndexReader(), labels.words());
            if (isUnknown(term, all)) {
                for (IndexReader each : all) {
                    guesses.addAll(List.of(
                            checker.suggestSimilar(term, GUESSES, each, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)));
                }
                guesses.sort(Comparator.comparingDouble((SuggestWord each) -> each.score)
                        .reversed());
            }
            String guess = first(guesses, trial);
            corrected = guess == null ? corrected : corrected.replace(word, guess);
        }
        return !corrected.equals(text) && trial.finds(corrected) ? corrected : null;
    }

    private static boolean isUnknown(Term term, List<IndexReader> all) throws IOException {
        for (IndexReader each : all) {
            if (each.docFreq(term) > 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String first(List<SuggestWord> guesses, Trial trial) throws IOException {
        for (SuggestWord each : guesses) {
            if (trial.finds(each.string)) {
                return each.string;
            }
        }
        return null;
    }
}
