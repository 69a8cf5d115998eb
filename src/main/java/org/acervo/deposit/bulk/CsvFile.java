package org.acervo.deposit.bulk;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as Excel and others write them in different countries. */
record CsvFile(Path path, CsvDialect dialect) implements SheetFile {

    static CsvFile of(Path path, ColumnNames names) throws IOException {
        return new CsvFile(path, CsvDialect.of(path, names));
    }

    @Override
    public SheetFormat format() {
        return SheetFormat.CSV;
    }

    @Override
    public void check() throws IOException {
        try (Reader text = dialect.open(path)) {
            int line = OpenQuote.line(text, dialect.separator());
            if (line > 0) {
                String told = Integer.toString(dialect.declared() ? line + 1 : line);
                throw new Refused(Finding.of(Rule.UNCLOSED_QUOTE, "", told));
            }
        }
    }

    @Override
    public Sheet open() throws IOException {
        return new Rows(CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(4 * Sheet.LONGEST_CELL)
                .ofCsvRecord(dialect.open(path)));
    }

    private static final class Rows implements Sheet {

        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private int number;

        Rows(CsvReader<CsvRecord> reader) {
            this.reader = reader;
            this.records = reader.iterator();
        }

        @Override
        public @Nullable SheetRow next() {
            try {
                while (records.hasNext()) {
                    SheetRow row = row(records.next().getFields());
                    if (!row.isBlank()) {
                        return row;
                    }
                }
                return null;
            } catch (CsvParseException malformed) {
                throw new Refused(Finding.of(Rule.NOT_A_SHEET, "", null, "row " + (number + 1)));
            }
        }

        private SheetRow row(List<String> fields) {
            return new SheetRow(++number, fields.stream().map(Cell::text).toList());
        }

        @Override
        public void close() throws IOException {
            records.close();
            reader.close();
        }
    }
}
