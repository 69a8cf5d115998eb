package org.acervo.catalog;

import java.time.YearMonth;

/**
 * The forms of dates: W3CDTF to the day (year, month or day, no time) and, of EDTF (ISO 8601-2), the approximate
 * {@code 2017~} and the unspecified {@code 201X} and {@code 20XX}.
 */
final class DateForm {

    /** The date of a publication whose date is not known. */
    static final String UNKNOWN = "unknown";

    private static final String OPEN = "..";

    private DateForm() {}

    /** Whether the text is a date; days are those of the calendar, years 0001 to 9999. */
    static boolean isDate(String text) {
        int length = text.endsWith("~") ? text.length() - 1 : text.length();
        return switch (length) {
            case 4 -> isYear(text, length == text.length());
            case 7 -> isMonth(text);
            case 10 -> isMonth(text) && isDay(text);
            default -> false;
        };
    }

    /** Whether the text is a date or an interval of two in order, of which one may be open: {@code 2020/..}. */
    static boolean isPeriod(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return isDate(text);
        }
        String start = text.substring(0, slash);
        String end = text.substring(slash + 1);
        if (start.equals(OPEN)) {
            return isDate(end);
        }
        return isDate(start) && (end.equals(OPEN) || (isDate(end) && isInOrder(start, end)));
    }

    /** Whether an interval can be in order: its earliest start is not after its latest end. */
    private static boolean isInOrder(String start, String end) {
        String earliest = start.replace("~", "").replace('X', '0');
        String latest = end.replace("~", "").replace('X', '9');
        int common = Math.min(earliest.length(), latest.length());
        return earliest.substring(0, common).compareTo(latest.substring(0, common)) <= 0;
    }

    private static boolean isYear(String text, boolean exact) {
        if (exact && text.charAt(3) == 'X') {
            return isDigits(text, 0, 2) && (isDigits(text, 2, 3) || text.charAt(2) == 'X');
        }
        return isDigits(text, 0, 4) && !text.startsWith("0000");
    }

    private static boolean isMonth(String text) {
        return isYear(text, false) && text.charAt(4) == '-' && isNumber(text, 5, 12);
    }

    private static boolean isDay(String text) {
        if (text.charAt(7) != '-' || !isDigits(text, 8, 10)) {
            return false;
        }
        int days = YearMonth.of(number(text, 0, 4), number(text, 5, 7)).lengthOfMonth();
        return isNumber(text, 8, days);
    }

    private static boolean isNumber(String text, int from, int most) {
        if (!isDigits(text, from, from + 2)) {
            return false;
        }
        int number = number(text, from, from + 2);
        return number >= 1 && number <= most;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return true;
    }
}
