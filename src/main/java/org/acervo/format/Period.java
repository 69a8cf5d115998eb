package org.acervo.format;

import org.jspecify.annotations.Nullable;

/**
 * A time that a publication is about: a date, or an interval whose ends may be open.
 *
 * @param end null where it is a date and no interval
 */
record Period(String text, IssueDate start, @Nullable IssueDate end) {

    static Period of(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Period(text, IssueDate.of(text), null)
                : new Period(text, end(text.substring(0, slash)), end(text.substring(slash + 1)));
    }

    private static IssueDate end(String text) {
        return IssueDate.of(text.equals("..") ? null : text);
    }

    /** Whether it is an interval or a date of EDTF (ISO 8601-2). */
    boolean isEdtf() {
        return end == null ? start.isEdtf() : isEnd(start, false) && isEnd(end, false) && isBounded(end);
    }

    /** Whether it is one date of W3CDTF. */
    boolean isDate() {
        return end == null && start.isExact();
    }

    /** The value of the DCMI Period encoding scheme (DCMI Period, section 3), or null where an end is not W3CDTF. */
    @Nullable
    String dcmi() {
        if (end == null || !isEnd(start, true) || !isEnd(end, true) || !isBounded(end)) {
            return null;
        }
        return (start.isUnknown() ? "" : "start=" + start.text() + "; ")
                + (end.isUnknown() ? "" : "end=" + end.text() + "; ")
                + "scheme=W3C-DTF;";
    }

    private boolean isBounded(IssueDate end) {
        return !start.isUnknown() || !end.isUnknown();
    }

    private static boolean isEnd(IssueDate date, boolean exact) {
        return date.isUnknown() || (exact ? date.isExact() : date.isEdtf());
    }
}
