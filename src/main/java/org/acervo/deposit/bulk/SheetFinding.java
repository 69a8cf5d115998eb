package org.acervo.deposit.bulk;

import org.acervo.catalog.Finding;

/**
 * A finding and where it stands in the sheet.
 *
 * @param cell such as {@code C5}; {@code 5} for the row as a whole; empty for the sheet
 */
public record SheetFinding(String cell, Finding finding) {

    /** A finding about the sheet as a whole. */
    static SheetFinding ofSheet(Finding finding) {
        return new SheetFinding("", finding);
    }

    /** Whether it blocks the row, or the sheet. */
    public boolean isError() {
        return finding.isError();
    }
}
