package org.acervo.deposit.bulk;

/**
 * A cell of a sheet.
 *
 * @param text what it says; of a number its plain digits, of a day or month the day as {@code 2021-02-01}
 */
record Cell(Kind kind, String text) {

    /** Nothing. */
    static final Cell EMPTY = new Cell(Kind.TEXT, "");

    /** What the spreadsheet program took the value for. */
    enum Kind {
        TEXT,
        NUMBER,
        /** A date that is shown to the day. */
        DAY,
        /** A date that is shown without its day, or without its year. */
        MONTH,
        BOOLEAN,
        /** A formula of which no value is stored; the text is the formula. */
        FORMULA,
        /** An error such as {@code #REF!}. */
        ERROR
    }

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
