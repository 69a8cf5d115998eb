package org.acervo.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A series that publications say they belong to. Names that differ in capitals, accents and signs alone are one series.
 *
 * @param slug of its page
 * @param name as one of its publications writes it
 * @param publications how many of it the public sees
 */
public record Series(String slug, String name, long publications) {

    /** In UTF-16 units. */
    private static final int LONGEST = 250;

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,9}");

    /** The slug of a name; empty where it has neither letter nor digit. */
    public static String slug(String name) {
        String bare = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String slug = SIGNS.matcher(bare).replaceAll("-").replaceAll("^-|-$", "");
        return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST);
    }

    /** Which round a number stands for: its first figure, as 3 in {@code Round 3}; null where there is none. */
    public static @Nullable Long round(@Nullable String number) {
        Matcher figure = FIGURE.matcher(number == null ? "" : number);
        return figure.find() ? Long.valueOf(figure.group()) : null;
    }
}
