package org.acervo.files;

import java.nio.charset.StandardCharsets;

/** The value of a parameter of a header in UTF-8 (RFC 8187). */
final class ExtendedValue {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private ExtendedValue() {}

    static String of(String text) {
        StringBuilder value = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            value.append(plain ? String.valueOf(c) : String.format(java.util.Locale.ROOT, "%%%02X", (int) c));
        }
        return value.toString();
    }
}
