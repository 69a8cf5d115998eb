package org.acervo.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a content, from the first to the last byte, both counted from 0 (RFC 9110 section 14).
 *
 * @param first above {@code last} where nothing of the content was meant
 */
record ByteRange(long first, long last) {

    /** None of the content's bytes was asked for. */
    static final ByteRange UNSATISFIABLE = new ByteRange(0, -1);

    private static final Pattern ONE =
            Pattern.compile("(?i:bytes)\\s*=\\s*(?:([0-9]{1,18})-([0-9]{1,18})?|-([0-9]{1,18}))\\s*");

    /**
     * Reads the header {@code Range}.
     *
     * @param size of the whole content
     * @return null where the whole is to be sent: there is no header, it asks in another unit, for several ranges or in a way
     *     that cannot be read
     */
    static @Nullable ByteRange of(@Nullable String header, long size) {
        Matcher form = ONE.matcher(header == null ? "" : header);
        if (!form.matches()) {
            return null;
        }
        if (form.group(3) != null) {
            long count = Math.min(size, Long.parseLong(form.group(3)));
            return count == 0 ? UNSATISFIABLE : new ByteRange(size - count, size - 1);
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2) == null ? size - 1 : Long.parseLong(form.group(2));
        if (last < first && form.group(2) != null) {
            return null;
        }
        return first >= size ? UNSATISFIABLE : new ByteRange(first, Math.min(last, size - 1));
    }

    long length() {
        return last - first + 1;
    }
}
