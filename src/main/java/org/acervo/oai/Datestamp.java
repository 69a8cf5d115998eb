package org.acervo.oai;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code from} or {@code until} (OAI-PMH 2.0 section 3.3): a UTC day, or a UTC second.
 *
 * @param day whether it has the granularity of days
 * @param first the first second it means
 * @param last the last second it means
 */
record Datestamp(boolean day, Instant first, Instant last) {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}):([0-9]{2})Z)?");

    /** XML Schema 1.0 has no year 0000. */
    private static final int FIRST_YEAR = 1;

    /** What is wrong with a text, as the end of a sentence, or null. */
    static @Nullable String fault(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return "is no date of the form YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ";
        }
        try {
            time(form);
        } catch (DateTimeException impossible) {
            return "is a date that does not exist";
        }
        return number(form, 1) < FIRST_YEAR ? "is before the year 0001" : null;
    }

    /** Reads a text that has no {@link #fault}. */
    static Datestamp parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        Instant first = time(form).toInstant(ZoneOffset.UTC);
        boolean day = form.group(4) == null;
        return new Datestamp(day, first, day ? first.plusSeconds(86_399) : first);
    }

    private static LocalDateTime time(Matcher form) {
        boolean day = form.group(4) == null;
        return LocalDateTime.of(
                number(form, 1),
                number(form, 2),
                number(form, 3),
                day ? 0 : number(form, 4),
                day ? 0 : number(form, 5),
                day ? 0 : number(form, 6));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
