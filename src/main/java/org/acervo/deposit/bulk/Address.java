package org.acervo.deposit.bulk;

/**
 * Where a cell stands, as spreadsheet programs write it.
 *
 * @param row from 1
 * @param column from 0, or below 0 for the row as a whole
 */
record Address(int row, int column) {

    /** {@code C5}, or {@code 5} for a row as a whole. */
    @Override
    public String toString() {
        return letters(column) + row;
    }

    /** The letters of a column, from 0: A, Z, AA; nothing below 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
