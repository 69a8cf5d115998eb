package org.acervo.format;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When a publication was issued: a date of W3CDTF, or one of EDTF (ISO 8601-2, level 1) that is doubtful or leaves digits
 * open, or nothing known.
 *
 * @param text as the record has it, without a time of day
 * @param year four digits, of which the last ones may be X; empty where it is not known
 * @param rest of an exact or doubtful date the month and day as far as they are known, such as {@code -06-09}
 */
public record IssueDate(Kind kind, String text, String year, String rest) {

    public enum Kind {
        /** W3CDTF: a year, a month or a day. */
        EXACT,
        /** EDTF with {@code ~} or {@code %}, or with X in place of digits. */
        APPROXIMATE,
        /** EDTF with {@code ?}. */
        QUESTIONABLE,
        /** Not known, or not stated. */
        UNKNOWN,
        /** Neither W3CDTF nor an EDTF date that is understood here; it is passed on as it stands. */
        OTHER
    }

    private static final IssueDate UNKNOWN = new IssueDate(Kind.UNKNOWN, "", "", "");

    public static IssueDate of(@Nullable String given) {
        if (given == null || given.isBlank() || given.equals("unknown") || given.equals("XXXX")) {
            return UNKNOWN;
        }
        String text = given.length() > 10 && given.charAt(10) == 'T' ? given.substring(0, 10) : given;
        Kind doubt = doubt(text.charAt(text.length() - 1));
        String date = doubt == Kind.EXACT ? text : text.substring(0, text.length() - 1);
        String known = known(date);
        String year = known.length() < 4 ? "" : known.substring(0, 4);
        if (!isYear(year) || !isCalendar(known)) {
            return new IssueDate(Kind.OTHER, text, "", "");
        }
        Kind kind = doubt == Kind.EXACT && (known.length() < date.length() || year.endsWith("X"))
                ? Kind.APPROXIMATE
                : doubt;
        return new IssueDate(kind, text, year, known.substring(4));
    }

    private static Kind doubt(char last) {
        return switch (last) {
            case '~', '%' -> Kind.APPROXIMATE;
            case '?' -> Kind.QUESTIONABLE;
            default -> Kind.EXACT;
        };
    }

    /** Without the month and day that are left open as a whole. */
    private static String known(String date) {
        String known = date;
        while (known.length() > 4 && known.endsWith("-XX")) {
            known = known.substring(0, known.length() - 3);
        }
        return known;
    }

    private static boolean isYear(String year) {
        if (year.length() != 4 || year.equals("0000")) {
            return false;
        }
        String digits = year.endsWith("XX") ? year.substring(0, 2) : year.endsWith("X") ? year.substring(0, 3) : year;
        return isNumber(digits);
    }

    private static boolean isCalendar(String date) {
        int length = date.length();
        if (length == 4) {
            return true;
        }
        if ((length != 7 && length != 10) || date.charAt(4) != '-' || !isNumber(date.substring(0, 4))) {
            return false;
        }
        String month = date.substring(5, 7);
        if (!isNumber(month) || number(month) < 1 || number(month) > 12) {
            return false;
        }
        return length == 7 || (date.charAt(7) == '-' && isDay(date, number(month)));
    }

    private static boolean isDay(String date, int month) {
        String day = date.substring(8);
        return isNumber(day)
                && YearMonth.of(number(date.substring(0, 4)), month).isValidDay(number(day));
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Whether it is a date of W3CDTF. */
    boolean isExact() {
        return kind == Kind.EXACT;
    }

    boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    /** Whether it is a date of EDTF, an exact one among them. */
    boolean isEdtf() {
        return kind != Kind.UNKNOWN && kind != Kind.OTHER;
    }

    /** The date without marks of doubt: W3CDTF, or for years left open an interval (ISO 8601-1), {@code 2010/2019}. */
    public String plain() {
        if (!isEdtf()) {
            return text;
        }
        return year.endsWith("X") ? year.replace('X', '0') + "/" + year.replace('X', '9') : year + rest;
    }

    /** MARC 21 bibliographic, field 008 positions 06 to 14: the kind of date, and two dates. */
    String marc() {
        if (!isEdtf()) {
            return "nuuuuuuuu";
        }
        if (kind == Kind.EXACT && !rest.isEmpty()) {
            String digits = rest.replace("-", "");
            return "e" + year + digits + (digits.length() == 2 ? "  " : "");
        }
        return "s" + year.replace('X', 'u') + "    ";
    }

    /** As a catalogue prints it: what is not certain in brackets. Empty where nothing is known. */
    String bracketed() {
        return switch (kind) {
            case UNKNOWN -> "";
            case EXACT, OTHER -> text;
            case APPROXIMATE, QUESTIONABLE -> "[" + plain().replace('/', '-') + "?]";
        };
    }
}
