package org.acervo.files;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/** Guesses from a document what may go into its record. */
final class Guess {

    private static final int LONGEST_TITLE = 500;
    private static final int LEAST_LETTERS = 8;

    /** So many of the first words tell the language, and so many of them must be those of one. */
    private static final int WORDS = 2_000;

    private static final int LEAST_WORDS = 4;

    /** What programs write where nobody has given a title. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)(microsoft (office )?(word|excel|powerpoint)\\b.*|untitled.*|document\\d*|documento\\d*|slide \\d+"
                    + "|powerpoint presentation|presentaci[oó]n de powerpoint|pr[ée]sentation powerpoint"
                    + "|apresenta[cç][aã]o do powerpoint|.*\\.(docx?|xlsx?|pptx?|pdf|indd|qxd|pub|ai|odt|rtf|txt))");

    private static final Pattern MONTH = Pattern.compile("[12][0-9]{3}-(0[1-9]|1[0-2])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

    /** Words that are frequent in one of the languages and are not in the others. */
    private static final Map<String, String> TELLING = telling(Map.of(
            "en", "the and of to is with for was are by from this which have been their were has not that",
            "es", "el los las del y una con se su por al más como sus este han lo muy desde también",
            "fr", "le les des et du une est dans pour qui sur au avec pas aux sont cette leur ont ces",
            "pt", "o os do da dos das em uma não ao mais na no pelo pela são foi nas nos também há"));

    private Guess() {}

    static Proposal of(Metadata metadata, String text) {
        return new Proposal(title(metadata, text), date(metadata), language(text), pages(metadata));
    }

    private static @Nullable String title(Metadata metadata, String text) {
        String given = metadata.get(TikaCoreProperties.TITLE);
        String clean = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return Optional.of(clean)
                .filter(each -> hasLetters(each) && !NO_TITLE.matcher(each).matches())
                .or(() -> text.lines().filter(Guess::hasLetters).findFirst())
                .map(each -> each.codePointCount(0, each.length()) <= LONGEST_TITLE
                        ? each
                        : each.substring(0, each.offsetByCodePoints(0, LONGEST_TITLE)))
                .orElse(null);
    }

    private static boolean hasLetters(String line) {
        return line.codePoints().filter(Character::isLetter).count() >= LEAST_LETTERS;
    }

    private static @Nullable String date(Metadata metadata) {
        String created = metadata.get(TikaCoreProperties.CREATED);
        String month = created == null || created.length() < 7 ? "" : created.substring(0, 7);
        return MONTH.matcher(month).matches() ? month : null;
    }

    private static @Nullable Integer pages(Metadata metadata) {
        Integer pages = metadata.getInt(PagedText.N_PAGES);
        Integer found = pages == null ? metadata.getInt(Office.PAGE_COUNT) : pages;
        return found != null && found > 0 ? found : null;
    }

    /** The language whose telling words are there at least twice as often as those of any other. */
    private static @Nullable String language(String text) {
        Map<String, Integer> votes = new HashMap<>();
        BETWEEN_WORDS
                .splitAsStream(text)
                .limit(WORDS)
                .map(word -> TELLING.get(word.toLowerCase(Locale.ROOT)))
                .forEach(language -> {
                    if (language != null) {
                        votes.merge(language, 1, Integer::sum);
                    }
                });
        int all = votes.values().stream().mapToInt(Integer::intValue).sum();
        return votes.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST_WORDS && each.getValue() * 3 >= all * 2)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> telling(Map<String, String> words) {
        Map<String, String> languages = new HashMap<>();
        words.forEach(
                (language, all) -> Arrays.stream(all.split(" ", -1)).forEach(word -> languages.put(word, language)));
        return Map.copyOf(languages);
    }
}
