package org.acervo.deposit.bulk;

import java.util.List;

/**
 * A row of a sheet, without the blank cells at its end.
 *
 * @param number from 1, as the spreadsheet program counts
 */
record SheetRow(int number, List<Cell> cells) {

    SheetRow {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        cells = List.copyOf(cells.subList(0, end));
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isBlank() {
        return cells.isEmpty();
    }

    /** Whether it only explains something: its first cell that is not blank begins with a number sign and a blank. */
    boolean isRemark() {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(cell -> cell.text().strip().startsWith("# "))
                .isPresent();
    }
}
