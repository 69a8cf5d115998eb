package org.acervo.access.http;

/** A size as operators write it: {@code 512K}, {@code 256M}, {@code 4G}. */
final class Bytes {

    private static final String UNITS = "KMG";

    private Bytes() {}

    static long of(String text) {
        int unit = UNITS.indexOf(text.charAt(text.length() - 1)) + 1;
        String number = unit == 0 ? text : text.substring(0, text.length() - 1);
        return Math.multiplyExact(Long.parseLong(number), 1L << 10 * unit);
    }
}
