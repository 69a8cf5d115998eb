package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;

/**
 * Finds out what was sent and whether it can be worked on, before anybody is told that it was taken. Thread-safe.
 *
 * @param largest the most bytes of an upload
 */
record Intake(BulkFolder folder, ColumnNames names, long largest) {

    /** The most bytes of a sheet. */
    private static final long LARGEST_SHEET = 64L * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /**
     * What was sent and looked through.
     *
     * @param findings what is to be said of the sheet as a whole
     */
    record Received(
            String id, SheetFormat format, boolean archive, String digest, int rows, List<SheetFinding> findings) {}

    /** @throws Refused where it cannot be worked on; nothing of it is kept then */
    Received receive(InputStream content, InterfaceLanguage language) throws IOException {
        String id = folder.create();
        boolean good = false;
        try {
            String digest = BulkFolder.write(content, folder.upload(id), largest);
            boolean archive = isArchive(folder.upload(id));
            if (archive) {
                extract(id);
            }
            Path path = folder.sheet(id, archive);
            SheetFormat format = format(path);
            List<SheetFinding> findings = new ArrayList<>();
            int rows = look(Sheets.of(path, format, names), language, findings);
            folder.sync(id);
            good = true;
            return new Received(id, format, archive, digest, rows, findings);
        } finally {
            if (!good) {
                folder.remove(id);
            }
        }
    }

    private static boolean startsWith(Path path, byte[] start) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(start.length), start);
        }
    }

    private static boolean isArchive(Path upload) throws IOException {
        if (!startsWith(upload, ZIP)) {
            return false;
        }
        try (Archive archive = Archive.open(upload)) {
            return !archive.isWorkbook();
        }
    }

    /** What a sheet is by its first bytes; a workbook is looked through. */
    private static SheetFormat format(Path sheet) throws IOException {
        long size = Files.size(sheet);
        if (size > LARGEST_SHEET) {
            throw new Refused(Finding.of(Rule.TOO_LARGE, "", null, Long.toString(LARGEST_SHEET)));
        }
        if (size == 0 || startsWith(sheet, OLD_OFFICE)) {
            throw new Refused(Finding.of(Rule.NOT_A_SHEET, "", null, size == 0 ? "0 bytes" : ".xls"));
        }
        if (!startsWith(sheet, ZIP)) {
            return SheetFormat.CSV;
        }
        XlsxCheck.check(sheet);
        return SheetFormat.XLSX;
    }

    /** Takes the one sheet out of an archive. */
    private void extract(String id) throws IOException {
        try (Archive archive = Archive.open(folder.upload(id))) {
            List<ZipEntry> candidates = archive.sheets();
            List<ZipEntry> sheets = candidates.size() == 1 ? candidates : withTitles(archive, candidates, id);
            if (sheets.size() != 1) {
                throw new Refused(Finding.of(
                        Rule.ONE_SHEET_REQUIRED,
                        "",
                        null,
                        candidates.stream().map(ZipEntry::getName).limit(20).toList()));
            }
            extract(archive, sheets.get(0), id);
        }
    }

    private void extract(Archive archive, ZipEntry entry, String id) throws IOException {
        Path sheet = folder.sheet(id, true);
        Files.deleteIfExists(sheet);
        try (InputStream in = archive.content(entry)) {
            BulkFolder.write(in, sheet, LARGEST_SHEET);
        }
    }

    private List<ZipEntry> withTitles(Archive archive, List<ZipEntry> candidates, String id) throws IOException {
        List<ZipEntry> sheets = new ArrayList<>();
        for (ZipEntry entry : candidates.subList(0, Math.min(20, candidates.size()))) {
            try {
                extract(archive, entry, id);
                Path sheet = folder.sheet(id, true);
                Sheets.of(sheet, format(sheet), names);
                sheets.add(entry);
            } catch (Refused noSheet) {
                // A file among the others
            }
        }
        return sheets;
    }

    /** Reads the sheet to its end; gives the number of its rows. */
    private int look(SheetFile file, InterfaceLanguage language, List<SheetFinding> findings) throws IOException {
        int rows = 0;
        file.check();
        try (Sheet sheet = file.open()) {
            Header header = Header.read(sheet, names, language);
            findings.addAll(header.findings());
            List<Finding> errors = findings.stream()
                    .filter(SheetFinding::isError)
                    .map(SheetFinding::finding)
                    .toList();
            if (!errors.isEmpty()) {
                throw new Refused(errors);
            }
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                rows += row.isRemark() ? 0 : 1;
                if (rows > Sheet.MOST_ROWS) {
                    String most = Integer.toString(Sheet.MOST_ROWS);
                    throw new Refused(Finding.of(Rule.TOO_MANY, "", "> " + most, most));
                }
            }
        }
        return rows;
    }
}
