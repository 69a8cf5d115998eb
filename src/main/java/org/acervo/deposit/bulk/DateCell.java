package org.acervo.deposit.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A date as it came out of a spreadsheet program, which turns what people type into dates of its own.
 *
 * @param value the date in the form that is kept; what cannot be read stays as it is, for the rules to find
 * @param finding what must be said of it, or null
 */
record DateCell(String value, @Nullable Finding finding) {

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?");
    private static final Pattern DAY_OR_MONTH_FIRST =
            Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2}|[0-9]{4})");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{4})");
    private static final Pattern NAMED =
            Pattern.compile("(?:([0-9]{1,2})[^0-9\\p{L}]+)?(\\p{L}{3,})\\.?(?:[^0-9\\p{L}]+([0-9]{2}|[0-9]{4}))?");
    private static final Pattern NAMED_FIRST = Pattern.compile("(\\p{L}{3,})\\.? +([0-9]{1,2}), *([0-9]{4})");
    private static final Pattern BETWEEN = Pattern.compile("(?<=[\\d\\p{L}.]) +(?:de|del|d['’]) *(?=[\\d\\p{L}])");
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final Map<String, Set<Integer>> MONTHS = months();

    /** Reads the date of a publication, or the day of an embargo. */
    static DateCell of(Cell cell) {
        String text = cell.text().strip();
        return switch (cell.kind()) {
            case DAY -> new DateCell(text, null);
            case MONTH -> changed(text, text.substring(0, 7), text);
            case NUMBER -> number(text);
            default -> text(text);
        };
    }

    private static DateCell number(String digits) {
        if (digits.matches("[0-9]{4}")) {
            return new DateCell(digits, null);
        }
        if (digits.matches("[0-9]{5}")) {
            return changed(digits, EPOCH.plusDays(Integer.parseInt(digits)).toString());
        }
        Matcher month = Pattern.compile("([0-9]{4})[.,]?([0-9]{1,2})").matcher(digits);
        if (month.matches() && isMonth(Integer.parseInt(month.group(2)))) {
            return changed(digits, month(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
        }
        Matcher day = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})").matcher(digits);
        String likely = day.matches() ? day(day.group(1), day.group(2), day.group(3)) : null;
        return likely == null ? new DateCell(digits, null) : changed(digits, likely);
    }

    private static DateCell text(String text) {
        if (text.matches("[0-9]{5}|[0-9]{6}|[0-9]{8}|[0-9]{4}[.,][0-9]{1,2}")) {
            return number(text);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            String month = yearFirst.group(2);
            String value = yearFirst.group(3) == null
                    ? isMonth(Integer.parseInt(month)) ? month(year(yearFirst.group(1)), Integer.parseInt(month)) : null
                    : day(yearFirst.group(1), month, yearFirst.group(3));
            return read(text, value);
        }
        Matcher month = MONTH_AND_YEAR.matcher(text);
        if (month.matches() && isMonth(Integer.parseInt(month.group(1)))) {
            return read(text, month(year(month.group(2)), Integer.parseInt(month.group(1))));
        }
        Matcher numbers = DAY_OR_MONTH_FIRST.matcher(text);
        return numbers.matches() ? numbers(text, numbers) : named(text);
    }

    /** Days first, as in three of the four languages; the other way round is as likely in the fourth. */
    private static DateCell numbers(String text, Matcher parts) {
        String year = Integer.toString(year(parts.group(3)));
        Set<String> likely = new LinkedHashSet<>();
        for (String each :
                new String[] {day(year, parts.group(2), parts.group(1)), day(year, parts.group(1), parts.group(2))}) {
            if (each != null) {
                likely.add(each);
            }
        }
        if (likely.isEmpty()) {
            return new DateCell(text, null);
        }
        boolean isSure = likely.size() == 1 && parts.group(3).length() == 4;
        return isSure ? read(text, likely.iterator().next()) : changed(text, likely.toArray(new String[0]));
    }

    private static DateCell named(String text) {
        String plain = BETWEEN.matcher(text).replaceAll(" ");
        Matcher english = NAMED_FIRST.matcher(plain);
        if (english.matches()) {
            Integer month = month(english.group(1));
            return month == null
                    ? new DateCell(text, null)
                    : read(text, day(english.group(3), month.toString(), english.group(2)));
        }
        Matcher named = NAMED.matcher(plain);
        Integer month = named.matches() ? month(named.group(2)) : null;
        if (month == null) {
            return new DateCell(text, null);
        }
        String day = named.group(1);
        String year = named.group(3);
        if (year == null) {
            return day == null ? new DateCell(text, null) : changed(text, month(year(day), month));
        }
        String value =
                day == null ? month(year(year), month) : day(Integer.toString(year(year)), month.toString(), day);
        return year.length() == 4 || value == null ? read(text, value) : changed(text, value);
    }

    private static DateCell read(String text, @Nullable String value) {
        return value == null
                ? new DateCell(text, null)
                : new DateCell(value, Finding.of(Rule.DATE_READ, "", text, value));
    }

    private static DateCell changed(String text, String... likely) {
        return new DateCell(text, Finding.of(Rule.CHANGED_DATE, "", text, List.of(likely)));
    }

    private static boolean isMonth(int number) {
        return number >= 1 && number <= 12;
    }

    /** Two digits are of this century, up to 2049, as Excel has it; then of the last. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
    }

    private static String month(int year, int month) {
        return YearMonth.of(year, month).toString();
    }

    private static @Nullable String day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable Integer month(String name) {
        Set<Integer> months = MONTHS.get(Folded.of(name));
        return months != null && months.size() == 1 ? months.iterator().next() : null;
    }

    /** Names of months in the four languages and every beginning of one, with what it may mean. */
    private static Map<String, Set<Integer>> months() {
        Map<String, Set<Integer>> months = new HashMap<>();
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            Locale locale = language.locale();
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    String name = Folded.of(month.getDisplayName(style, locale));
                    for (int end = 3; end <= name.length(); end++) {
                        months.computeIfAbsent(name.substring(0, end), each -> new HashSet<>())
                                .add(month.getValue());
                    }
                }
            }
        }
        return months;
    }
}
