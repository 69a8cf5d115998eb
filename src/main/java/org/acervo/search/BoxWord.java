package org.acervo.search;

import java.util.List;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** Reads what was typed without a blank in it: a word, a range, a pattern, or a word that is only nearly known. */
final class BoxWord {

    private static final int LONGEST_PATTERN = 40;
    private static final int LETTERS_BEFORE = 2;

    private BoxWord() {}

    /**
     * What it means, or null where it holds no word.
     *
     * @param start where it stands, from 0 on
     * @param field the one it must be in, or null
     * @param findings where to say what is wrong
     */
    static @Nullable Part read(int start, String word, @Nullable BoxField field, List<Finding> findings) {
        int dots = word.indexOf("..");
        boolean isYears = field == null && word.matches("[0-9]{4}\\.\\.[0-9]{4}");
        if (dots >= 0 && (field == BoxField.YEAR || isYears)) {
            Part range = new Part.Range(word.substring(0, dots), word.substring(dots + 2));
            return field == null ? new Part.In(BoxField.YEAR, range) : range;
        }
        int mark = word.indexOf('?');
        if (word.indexOf('*') >= 0 || mark >= 0 && (mark < word.length() - 1 || field != null)) {
            return pattern(start, word, findings);
        }
        int tilde = word.lastIndexOf('~');
        if (tilde > 0 && word.substring(tilde + 1).matches("[12]?")) {
            String bare = word.substring(0, tilde);
            return WordsAnalyzer.split(bare).size() == 1
                    ? new Part.Near(bare, word.endsWith("~1") ? 1 : 2)
                    : plain(bare);
        }
        return plain(word);
    }

    private static @Nullable Part pattern(int start, String word, List<Finding> findings) {
        String bare = word.replaceAll("[^\\p{L}\\p{N}*?]", "");
        int literal = 0;
        while (literal < bare.length() && "*?".indexOf(bare.charAt(literal)) < 0) {
            literal++;
        }
        if (literal >= LETTERS_BEFORE && bare.length() <= LONGEST_PATTERN) {
            return new Part.Pattern(bare);
        }
        if (!bare.replaceAll("[*?]", "").isEmpty()) {
            findings.add(Finding.of(Rule.QUERY_TOO_BROAD, "/q/" + start, word, String.valueOf(start + 1)));
        }
        return plain(word);
    }

    /** What is written together may be several words, as in an ISBN. */
    private static @Nullable Part plain(String written) {
        List<String> words = WordsAnalyzer.split(written);
        if (words.isEmpty()) {
            return null;
        }
        return words.size() == 1 ? new Part.Word(written) : new Part.Phrase(written);
    }
}
