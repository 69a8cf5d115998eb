package org.acervo.catalog;

import java.text.Normalizer;
import java.util.Set;

/** Text as it is kept: characters that XML can carry, composed, without stray white space. */
final class CleanText {

    /** Below it every character is composed already (it is where combining marks begin). */
    private static final char FIRST_COMBINING = 0x300;

    private CleanText() {}

    /**
     * The text without the characters that XML 1.0 forbids (section 2.2), in Unicode normalization form C. A vertical
     * tab or form feed, forbidden too, leaves the line break that word processors mean by it.
     *
     * @param removed takes the code points that were removed
     */
    static String characters(String text, Set<Integer> removed) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        return composed(allowed(text, removed));
    }

    /** The text in Unicode normalization form C. */
    static String composed(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isPlain(char c) {
        return c < FIRST_COMBINING && (c >= ' ' || c == '\n' || c == '\r' || c == '\t');
    }

    private static String allowed(String text, Set<Integer> removed) {
        int i = 0;
        while (i < text.length() && isAllowed(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder allowed = new StringBuilder(text.length()).append(text, 0, i);
        text.codePoints().skip(text.codePointCount(0, i)).forEach(point -> {
            if (isAllowed(point)) {
                allowed.appendCodePoint(point);
                return;
            }
            removed.add(point);
            if (point == '\u000B' || point == '\f') {
                allowed.append('\n');
            }
        });
        return allowed.toString();
    }

    /** Whether XML 1.0 has the character: production Char of section 2.2. */
    static boolean isAllowed(int point) {
        return (point >= ' ' && point < 0xD800)
                || (point > 0xDFFF && point != 0xFFFE && point != 0xFFFF)
                || point == '\n'
                || point == '\r'
                || point == '\t';
    }

    /** The text without white space at its ends and with one line break for each, however it was written. */
    static String lines(String text) {
        String trimmed = trimmed(text);
        int i = 0;
        while (i < trimmed.length() && !isForeignBreak(trimmed.charAt(i))) {
            i++;
        }
        return i == trimmed.length()
                ? trimmed
                : trimmed.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace('\u0085', '\n')
                        .replace('\u2028', '\n')
                        .replace('\u2029', '\n');
    }

    private static boolean isForeignBreak(char c) {
        return c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** The text on one line: every run of white space is one blank. A single no-break space stays. */
    static String oneLine(String text) {
        String trimmed = trimmed(text);
        int i = 0;
        while (i < trimmed.length() && !isRun(trimmed, i)) {
            i++;
        }
        if (i == trimmed.length()) {
            return trimmed;
        }
        StringBuilder line = new StringBuilder(trimmed.length()).append(trimmed, 0, i);
        while (i < trimmed.length()) {
            if (isRun(trimmed, i)) {
                line.append(' ');
                while (isWhite(trimmed.charAt(i))) {
                    i++;
                }
            } else {
                line.append(trimmed.charAt(i++));
            }
        }
        return line.toString();
    }

    /** Whether white space that must be mended begins here; the text ends with something else. */
    private static boolean isRun(String trimmed, int i) {
        char c = trimmed.charAt(i);
        return isWhite(c) && (isBreak(c) || isWhite(trimmed.charAt(i + 1)));
    }

    private static boolean isBreak(char c) {
        return c < ' ' || isForeignBreak(c);
    }

    /** The text without white space at its ends. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhite(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhite(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space in the widest sense, the byte order mark that files begin with among it. */
    static boolean isWhite(char c) {
        if (c < 0x80) {
            return c <= ' ';
        }
        return c == '\u0085' || c == '\uFEFF' || Character.isSpaceChar(c);
    }
}
