package org.acervo.format;

/** The form of RFC 3986 section 4.3, letters beyond ASCII allowed (RFC 3987): what {@code xs:anyURI} surely accepts. */
final class AbsoluteUri {

    private static final String SIGNS = "-._~:/?#@!$&'()*+,;=%";

    private AbsoluteUri() {}

    /** Whether the text is an absolute URI. */
    static boolean matches(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || !isScheme(text, colon)) {
            return false;
        }
        for (int i = colon + 1; i < text.length(); i++) {
            if (!isAllowed(text, i)) {
                return false;
            }
        }
        return text.indexOf('#') == text.lastIndexOf('#')
                && (!text.startsWith("//", colon + 1) || hasAuthority(text, colon + 3));
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean follows = isDigit(c) || c == '+' || c == '-' || c == '.';
            if (!isLetter(c) && (i == 0 || !follows)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAuthority(String text, int from) {
        return from < text.length() && isLetterOrDigit(text.charAt(from));
    }

    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if (c == '%') {
            return i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2));
        }
        return isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c) || (c > 0x7F && Character.isLetterOrDigit(c));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }
}
