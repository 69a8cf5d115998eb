package org.acervo.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import org.acervo.format.IssueDate;
import org.jspecify.annotations.Nullable;

/** Writes dates as people read them in one language. */
final class DateText {

    private static final int MONTH = 3;

    private final Map<String, String> texts;
    private final Locale locale;

    DateText(Map<String, String> texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** A date of W3CDTF or EDTF, as far as it is known. */
    String of(@Nullable String given) {
        IssueDate date = IssueDate.of(given);
        return switch (date.kind()) {
            case UNKNOWN -> text("date.unknown");
            case OTHER -> date.text();
            case EXACT -> known(date);
            case APPROXIMATE -> text("date.about").replace("{0}", known(date));
            case QUESTIONABLE -> text("date.doubtful").replace("{0}", known(date));
        };
    }

    /** A date, or an interval of two that may be open at an end. */
    String period(String given) {
        int slash = given.indexOf('/');
        return slash < 0 ? of(given) : end(given.substring(0, slash)) + " – " + end(given.substring(slash + 1));
    }

    /** The day of a moment, in UTC. */
    String day(Instant moment) {
        return format("date.day", LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    private String end(String given) {
        return given.isEmpty() || given.equals("..") ? "…" : of(given);
    }

    private String known(IssueDate date) {
        if (date.rest().isEmpty() || date.year().endsWith("X")) {
            return date.plain().replace('/', '–');
        }
        String plain = date.plain();
        return date.rest().length() == MONTH
                ? format("date.month", YearMonth.parse(plain))
                : format("date.day", LocalDate.parse(plain));
    }

    private String format(String pattern, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(text(pattern), locale).format(date);
    }

    private String text(String key) {
        return texts.getOrDefault(key, key);
    }
}
