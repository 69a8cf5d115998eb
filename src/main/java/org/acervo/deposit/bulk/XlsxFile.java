package org.acervo.deposit.bulk;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Excel, which {@link XlsxCheck} has found harmless; one of its sheets is read.
 *
 * @param index of the sheet among the visible ones, from 0
 */
record XlsxFile(Path path, int index) implements SheetFile {

    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    @Override
    public SheetFormat format() {
        return SheetFormat.XLSX;
    }

    /** How many sheets are visible. */
    static int sheets(Path path) throws IOException {
        try (ReadableWorkbook book = book(path)) {
            return (int) visible(book).count();
        }
    }

    @Override
    public Sheet open() throws IOException {
        ReadableWorkbook book = book(path);
        try {
            org.dhatim.fastexcel.reader.Sheet sheet =
                    visible(book).skip(index).findFirst().orElseThrow(() -> malformed("no sheet"));
            return new Rows(book, sheet.openStream(), new BareFormulas(path, sheet.getId()));
        } catch (IOException | RuntimeException broken) { // whatever a broken part makes the parser throw
            book.close();
            throw broken instanceof Refused refused ? refused : malformed("xlsx");
        }
    }

    private static ReadableWorkbook book(Path path) throws IOException {
        try {
            return new ReadableWorkbook(path.toFile(), OPTIONS);
        } catch (IOException | RuntimeException broken) { // whatever a broken part makes the parser throw
            throw malformed("xlsx");
        }
    }

    private static Stream<org.dhatim.fastexcel.reader.Sheet> visible(ReadableWorkbook book) {
        return book.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE);
    }

    private static Refused malformed(String what) {
        return new Refused(Finding.of(Rule.NOT_A_SHEET, "", null, what));
    }

    private static final class Rows implements Sheet {

        /** Of numbers that are written without an exponent. */
        private static final int MOST_DIGITS = 40;

        private final ReadableWorkbook book;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final BareFormulas bare;
        private int last;

        Rows(ReadableWorkbook book, Stream<Row> stream, BareFormulas bare) {
            this.bare = bare;
            this.book = book;
            this.stream = stream;
            this.rows = stream.iterator();
        }

        @Override
        public @Nullable SheetRow next() {
            try {
                while (rows.hasNext()) {
                    SheetRow row = row(rows.next());
                    if (!row.isBlank()) {
                        return row;
                    }
                }
                return null;
            } catch (RuntimeException broken) { // whatever a broken cell makes the parser throw
                throw malformed("row " + (last + 1));
            }
        }

        private SheetRow row(Row row) {
            last = row.getRowNum();
            List<Cell> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                org.dhatim.fastexcel.reader.Cell cell = row.getCell(i);
                cells.add(cell == null ? Cell.EMPTY : cell(cell));
            }
            return new SheetRow(last, cells);
        }

        private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
            Object value = cell.getValue();
            String raw = cell.getRawValue();
            if (cell.getType() == CellType.ERROR) {
                return new Cell(Cell.Kind.ERROR, raw == null || raw.isBlank() ? "#" : raw);
            }
            if (value instanceof BigDecimal number) {
                return number(cell, number);
            }
            if (value == null && cell.getType() == CellType.FORMULA && bare.has(cell.getAddress())) {
                return new Cell(Cell.Kind.FORMULA, "=" + Objects.requireNonNullElse(cell.getFormula(), ""));
            }
            if (value instanceof Boolean truth) {
                return new Cell(Cell.Kind.BOOLEAN, truth ? "TRUE" : "FALSE");
            }
            return Cell.text(value == null ? "" : value.toString());
        }

        private static Cell number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
            if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
                return Cell.text(number.toString()); // written out it could fill the memory
            }
            Cell.Kind kind = kind(cell.getDataFormatString());
            boolean isDay = number.signum() > 0 && number.intValue() < 2_958_466; // the end of the year 9999
            if (kind == Cell.Kind.NUMBER || !isDay) {
                return new Cell(Cell.Kind.NUMBER, plain(number));
            }
            LocalDateTime date = cell.asDate();
            return new Cell(kind, date.toLocalDate().toString());
        }

        /** Doubles carry 15 digits; what comes after them is noise of their binary form. */
        private static String plain(BigDecimal number) {
            BigDecimal rounded = number.scale() > 0 ? number.round(new MathContext(15)) : number;
            return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        }

        /** What a format shows: letters outside of quotes, escapes and brackets. */
        private static Cell.Kind kind(@Nullable String format) {
            if (format == null || format.equalsIgnoreCase("general") || format.equals("@")) {
                return Cell.Kind.NUMBER;
            }
            String shown = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "")
                    .toLowerCase(Locale.ROOT)
                    .split(";", -1)[0];
            boolean hasYear = shown.contains("y");
            boolean hasDay = shown.contains("d");
            if (!hasYear && !hasDay && !shown.contains("mmm")) {
                return Cell.Kind.NUMBER;
            }
            return hasYear && hasDay ? Cell.Kind.DAY : Cell.Kind.MONTH;
        }

        @Override
        public void close() throws IOException {
            stream.close();
            book.close();
        }
    }
}
