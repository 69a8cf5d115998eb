package org.acervo.deposit.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet row by row, in constant memory; closing it leaves the stream open. */
interface SheetWriter extends Closeable {

    /** Writes the row of a number above that of the row before; rows between them stay blank. */
    void row(int number, List<Cell> cells) throws IOException;

    /**
     * A writer of the format, separator and encoding that a sheet came in.
     *
     * @param header of the sheet; a workbook has the lists of its columns
     * @param width how many columns there are
     * @param language of the lists and their help
     */
    static SheetWriter like(
            SheetFile file,
            OutputStream out,
            Header header,
            int width,
            Vocabularies vocabularies,
            InterfaceLanguage language)
            throws IOException {
        return file instanceof CsvFile csv
                ? new Csv(csv.dialect(), out)
                : new Xlsx(out, header, width, vocabularies, language);
    }

    /** Comma-separated values. */
    final class Csv implements SheetWriter {

        private final CsvWriter csv;
        private final Writer writer;
        private int next = 1;

        Csv(CsvDialect dialect, OutputStream out) throws IOException {
            Charset charset = dialect.charset();
            boolean marked = dialect.mark() > 0 || charset.name().startsWith("UTF-16");
            writer = new BufferedWriter(new OutputStreamWriter(out, charset));
            if (marked) {
                writer.write('\uFEFF');
            }
            if (dialect.declared()) {
                writer.write("sep=" + dialect.separator() + "\r\n");
            }
            csv = CsvWriter.builder()
                    .fieldSeparator(dialect.separator())
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(writer);
        }

        /** UTF-8 that Excel recognises. */
        static CsvDialect dialect(char separator) {
            return new CsvDialect(StandardCharsets.UTF_8, 3, separator, false);
        }

        @Override
        public void row(int number, List<Cell> cells) {
            for (; next < number; next++) {
                csv.writeRecord("");
            }
            csv.writeRecord(cells.stream().map(Cell::text).toList());
            next++;
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            writer.flush();
        }
    }

    /**
     * A workbook with a sheet whose cells are texts, so that what somebody types there stays what was typed, and with the
     * lists and the help of the template.
     */
    final class Xlsx implements SheetWriter {

        private static final int FLUSHED = 200;
        private static final int LONGEST = 32_767;
        private static final String AS_TYPED = "@";
        /** A date that lacks its day, as whoever must mend it sees it. */
        private static final DateTimeFormatter AS_SHOWN = DateTimeFormatter.ofPattern("MMM-yy", Locale.ENGLISH);

        private final Workbook book;
        private final Worksheet sheet;
        private final Aids aids;
        private final Header header;
        private int written;
        private int last;

        Xlsx(OutputStream out, Header header, int width, Vocabularies vocabularies, InterfaceLanguage language) {
            this.header = header;
            book = new Workbook(out, "Acervo", "1.0");
            sheet = book.newWorksheet(Words.in(language).text("template.sheet"));
            aids = new Aids(book, vocabularies, language);
            for (int i = 0; i < width; i++) {
                sheet.style(i).format(AS_TYPED).set();
            }
        }

        @Override
        public void row(int number, List<Cell> cells) throws IOException {
            for (int i = 0; i < cells.size(); i++) {
                cell(number - 1, i, cells.get(i));
            }
            last = number;
            if (++written % FLUSHED == 0) {
                sheet.flush();
            }
        }

        private void cell(int row, int column, Cell cell) {
            if (cell.text().isEmpty() || cell.kind() == Cell.Kind.FORMULA) {
                return; // a formula written as text would be taken for a value when the sheet is sent again
            }
            switch (cell.kind()) {
                case NUMBER -> sheet.value(row, column, new BigDecimal(cell.text()));
                case BOOLEAN -> sheet.value(row, column, Boolean.valueOf(cell.text()));
                case MONTH ->
                    sheet.inlineString(row, column, LocalDate.parse(cell.text()).format(AS_SHOWN));
                case DAY, TEXT, ERROR, FORMULA -> {
                    String text = cell.text();
                    sheet.inlineString(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
                }
            }
            sheet.style(row, column).format(AS_TYPED).set();
        }

        @Override
        public void close() throws IOException {
            header.columns().forEach((place, column) -> aids.offer(sheet, place, column.name(), header.row(), last));
            sheet.finish();
            aids.finish();
            book.finish();
        }
    }
}
