package org.acervo.format;

import java.util.Locale;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of a publication, without the words that people write before it.
 *
 * @param valid whether it has the form of its scheme and, where there is one, the right check digit
 */
record Identifier(Scheme scheme, String value, boolean valid) {

    private static final String HEX = "0123456789ABCDEF";

    enum Scheme {
        DOI,
        ISBN,
        ISSN,
        HANDLE,
        URL,
        SYMBOL,
        OTHER
    }

    /** Reads a statement; one without a scheme shows it by what it begins with. */
    static Identifier of(Statement statement) {
        String value = statement.value().strip();
        String scheme = statement.qualifier(Qualifier.SCHEME);
        return switch (scheme == null ? guess(value) : scheme) {
            case "doi" -> doi(value);
            case "isbn" -> isbn(value);
            case "issn" -> issn(value);
            case "handle" -> handle(value);
            case "url" -> new Identifier(Scheme.URL, value, AbsoluteUri.matches(value));
            case "symbol" -> new Identifier(Scheme.SYMBOL, value, true);
            default -> new Identifier(Scheme.OTHER, value, true);
        };
    }

    private static String guess(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith("10.") || lower.startsWith("doi:") || lower.contains("://doi.org/10.")) {
            return "doi";
        }
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return "url";
        }
        if (lower.startsWith("isbn") || lower.startsWith("urn:isbn:")) {
            return "isbn";
        }
        return lower.startsWith("issn") || lower.startsWith("urn:issn:") ? "issn" : "";
    }

    /** A URI that stands for it everywhere, or null where it has none. */
    @Nullable
    String uri() {
        return switch (scheme) {
            case DOI -> valid ? "https://doi.org/" + encoded() : null;
            case HANDLE -> valid ? "https://hdl.handle.net/" + encoded() : null;
            case ISBN -> isIsbnForm(value) ? "urn:isbn:" + value : null;
            case ISSN -> valid ? "urn:issn:" + value : null;
            case URL -> valid ? value : null;
            case SYMBOL, OTHER -> null;
        };
    }

    private static Identifier doi(String value) {
        String bare = value.substring(Math.max(0, value.indexOf("10.")));
        return bare.startsWith("10.") && bare.indexOf('/') > 3
                ? new Identifier(Scheme.DOI, bare, true)
                : new Identifier(Scheme.DOI, value, false);
    }

    private static Identifier handle(String value) {
        String bare = after(value, "hdl.handle.net/");
        bare = bare.startsWith("hdl:") ? bare.substring(4) : bare;
        return new Identifier(Scheme.HANDLE, bare, bare.indexOf('/') > 0);
    }

    private static Identifier isbn(String value) {
        String digits = digits(hasLengthLabel(value) ? value.substring(7) : value);
        return isIsbnForm(digits)
                ? new Identifier(Scheme.ISBN, digits, hasIsbnCheckDigit(digits))
                : new Identifier(Scheme.ISBN, value, false);
    }

    private static Identifier issn(String value) {
        String digits = digits(value);
        return digits.length() == 8 && hasCheckDigit11(digits)
                ? new Identifier(Scheme.ISSN, digits.substring(0, 4) + "-" + digits.substring(4), true)
                : new Identifier(Scheme.ISSN, value, false);
    }

    /** ISBN-10 or ISBN-13, whose number is no part of the identifier. */
    private static boolean hasLengthLabel(String value) {
        return value.regionMatches(true, 0, "ISBN-1", 0, 6) && value.length() > 7;
    }

    private static String after(String value, String mark) {
        int at = value.indexOf(mark);
        return at < 0 ? value : value.substring(at + mark.length());
    }

    /** The digits of a number, with the X that a check digit may be. */
    private static String digits(String value) {
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c == 'X' || c == 'x') {
                digits.append('X');
            }
        }
        return digits.toString();
    }

    private static boolean isIsbnForm(String digits) {
        int x = digits.indexOf('X');
        return digits.length() == 13 && x < 0 || digits.length() == 10 && (x < 0 || x == 9);
    }

    /** ISO 2108: modulus 11 for ten digits, modulus 10 for thirteen. */
    private static boolean hasIsbnCheckDigit(String digits) {
        if (digits.length() == 10) {
            return hasCheckDigit11(digits);
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** ISO 2108 and ISO 3297: weights that fall to one, modulus 11. */
    private static boolean hasCheckDigit11(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == 'X' && i < digits.length() - 1) {
                return false;
            }
            sum += (c == 'X' ? 10 : c - '0') * (digits.length() - i);
        }
        return sum % 11 == 0;
    }

    /** RFC 3986 section 2.1, for what a DOI or a handle may hold and a URI may not. */
    private String encoded() {
        StringBuilder out = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || "\"#%<>?[\\]^`{|}".indexOf(c) >= 0) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
