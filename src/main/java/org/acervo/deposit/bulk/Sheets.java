package org.acervo.deposit.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.acervo.catalog.Refused;
import org.acervo.vocabulary.InterfaceLanguage;

/** Finds the sheet of publications in a file. */
final class Sheets {

    private Sheets() {}

    /**
     * The sheet in a file that has been checked.
     *
     * @throws Refused where none of it has a column of titles
     */
    static SheetFile of(Path path, SheetFormat format, ColumnNames names) throws IOException {
        if (format == SheetFormat.CSV) {
            CsvFile file = CsvFile.of(path, names);
            header(file, names, InterfaceLanguage.EN);
            return file;
        }
        Refused first = null;
        int sheets = XlsxFile.sheets(path);
        for (int i = 0; i < Math.max(1, sheets); i++) {
            XlsxFile file = new XlsxFile(path, i);
            try {
                header(file, names, InterfaceLanguage.EN);
                return file;
            } catch (Refused noTitle) {
                first = first == null ? noTitle : first;
            }
        }
        throw Objects.requireNonNull(first);
    }

    /** The headings of a sheet, with findings for a reader of a language. */
    static Header header(SheetFile file, ColumnNames names, InterfaceLanguage language) throws IOException {
        try (Sheet sheet = file.open()) {
            return Header.read(sheet, names, language);
        }
    }
}
