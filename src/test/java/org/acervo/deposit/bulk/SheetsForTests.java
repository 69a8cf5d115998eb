package org.acervo.deposit.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.acervo.platform.VocabularyFiles;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets and archives as bytes. */
final class SheetsForTests {

    static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));
    static final ColumnNames NAMES = new ColumnNames(VOCABULARIES.languages());

    private SheetsForTests() {}

    /** What fills a sheet. */
    interface Filling {
        void fill(Worksheet sheet);
    }

    static byte[] xlsx(Filling filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(out, "Test", "1.0");
            Worksheet sheet = book.newWorksheet("Hoja1");
            filling.fill(sheet);
            sheet.finish();
            book.finish();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    static byte[] xlsx(String[]... rows) {
        return xlsx(sheet -> {
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    sheet.value(i, j, rows[i][j]);
                }
            }
        });
    }

    static byte[] csv(String... lines) {
        return csv(StandardCharsets.UTF_8, lines);
    }

    static byte[] csv(Charset charset, String... lines) {
        return String.join("\r\n", lines).getBytes(charset);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "sheet", ""), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static SheetFile sheet(Path folder, byte[] bytes) throws IOException {
        boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
        return Sheets.of(file(folder, bytes), zip ? SheetFormat.XLSX : SheetFormat.CSV, NAMES);
    }

    static List<SheetRow> rows(SheetFile file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (Sheet sheet = file.open()) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    static List<List<String>> texts(SheetFile file) throws IOException {
        return rows(file).stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    /** The rows below the headings, as they are read for a caller of Mexico. */
    static List<Entry> entries(SheetFile file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Sheet sheet = file.open()) {
            Header header = Header.read(sheet, NAMES, InterfaceLanguage.EN);
            RowReader reader = new RowReader(header, new Codes(VOCABULARIES, List.of()), "mexico");
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (!row.isRemark()) {
                    entries.add(reader.read(row));
                }
            }
        }
        return entries;
    }
}
