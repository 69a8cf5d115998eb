package org.acervo.deposit.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.acervo.deposit.bulk.SheetsForTests.csv;
import static org.acervo.deposit.bulk.SheetsForTests.xlsx;
import static org.acervo.deposit.bulk.SheetsForTests.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers may send: it is refused in words, nothing of it stays, and no memory is spent on it. */
class HostileUploadTest {

    private static final long LARGEST = 5_000_000;
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path data;

    private Intake.Received receive(byte[] bytes) throws IOException {
        return new Intake(new BulkFolder(data.resolve("bulk")), SheetsForTests.NAMES, LARGEST)
                .receive(new ByteArrayInputStream(bytes), InterfaceLanguage.EN);
    }

    private Rule refused(byte[] bytes) {
        Refused refused = catchThrowableOfType(Refused.class, () -> receive(bytes));
        assertThat(refused).isNotNull();
        try (Stream<Path> left = Files.list(data.resolve("bulk"))) {
            assertThat(left).isEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return refused.findings().get(0).rule();
    }

    private static byte[] good() {
        return xlsx(new String[] {"title"}, new String[] {"T"});
    }

    /** A workbook with another part, or one more. */
    private static byte[] with(String part, String text) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        Path file = Files.write(Files.createTempFile("good", ".xlsx"), good());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        Files.delete(file);
        entries.put(part, text.getBytes(UTF_8));
        return zip(entries);
    }

    static byte[] sheet(String rows) throws IOException {
        return with(
                SHEET,
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    private static String cell(String address, String type, String value) {
        return "<c r=\"" + address + "\" t=\"" + type + "\"><v>" + value + "</v></c>";
    }

    @Test
    void whatIsNoSheetIsRefused() throws IOException {
        assertThat(refused(new byte[0])).isEqualTo(Rule.NOT_A_SHEET);
        assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .isEqualTo(Rule.NOT_A_SHEET);
        assertThat(refused("%PDF-1.7 …".getBytes(UTF_8))).isEqualTo(Rule.NO_TITLE_COLUMN);
        assertThat(refused("PK not a zip".getBytes(UTF_8))).isEqualTo(Rule.MALFORMED_ARCHIVE);
        assertThat(refused(Arrays.copyOf(good(), 700))).isEqualTo(Rule.MALFORMED_ARCHIVE);
        assertThat(refused(new byte[(int) LARGEST + 1])).isEqualTo(Rule.TOO_LARGE);
        assertThat(receive(good()).rows()).isEqualTo(1);
    }

    @Test
    void noiseIsNeverAFault() throws IOException {
        Random random = new Random(7);
        byte[] good = good();
        byte[] archive = zip(Map.of("a.csv", csv("title", "T"), "b.txt", new byte[300]));
        for (int i = 0; i < 400; i++) {
            byte[] bytes = (i % 2 == 0 ? good : archive).clone();
            for (int j = 0; j < 1 + i % 5; j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                receive(bytes);
            } catch (Refused known) {
                assertThat(known.findings()).isNotEmpty();
            }
        }
    }

    /** The parser makes a bare RuntimeException of it. */
    @Test
    void anElementWithAReservedPrefixIsRefused() throws IOException {
        assertThat(refused(with("xl/styles.xml", "<xmlns:styleSheet/>"))).isEqualTo(Rule.NOT_A_SHEET);
    }

    @Test
    void anArchiveNeedsOneSheet() {
        assertThat(refused(zip(Map.of("a.csv", csv("x", "y"))))).isEqualTo(Rule.NO_TITLE_COLUMN);
        assertThat(refused(zip(Map.of("a.pdf", new byte[] {1})))).isEqualTo(Rule.ONE_SHEET_REQUIRED);
        assertThat(refused(zip(Map.of("a.csv", csv("title", "A"), "b.csv", csv("title", "B")))))
                .isEqualTo(Rule.ONE_SHEET_REQUIRED);
        assertThat(refused(zip(Map.of("in.zip", zip(Map.of("a.csv", csv("title", "A")))))))
                .isEqualTo(Rule.ONE_SHEET_REQUIRED);
    }

    @Test
    void aDataFileBesideTheSheetIsNotTakenForIt() throws IOException {
        byte[] archive = zip(Map.of("a.csv", csv("x;y", "1;2"), "b.xlsx", good(), "c/d.csv", csv("title", "B")));
        assertThat(receive(archive).format()).isEqualTo(SheetFormat.XLSX);
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() {
        for (String name : List.of("../a.csv", "/etc/a.csv", "x/../../a.csv", "C:\\a.csv", "..\\a.csv")) {
            assertThat(refused(zip(Map.of(name, csv("title", "A"))))).isEqualTo(Rule.ENTRY_OUTSIDE);
        }
    }

    @Test
    void whoSentAnArchiveReadsWhatIsWrongWithIt() {
        byte[] outside = zip(Map.of("../evil.txt", new byte[1], "a.csv", csv("title", "A")));
        byte[] bomb = zip(Map.of("h.csv", new byte[60 * 1024 * 1024]));
        assertThat(message(outside)).contains("“../evil.txt”", "leads out of the folder");
        assertThat(message(bomb)).contains("“h.csv”", "at most 200 times its packed size");
    }

    private String message(byte[] bytes) {
        Refused refused = catchThrowableOfType(Refused.class, () -> receive(bytes));
        return refused.findings().get(0).message(InterfaceLanguage.EN);
    }

    @Test
    void bombsAreRefusedBeforeTheyGoOff() throws IOException {
        byte[] zeros = new byte[60 * 1024 * 1024];
        assertThat(refused(zip(Map.of("a.csv", csv("title", "A"), "b.bin", zeros))))
                .isEqualTo(Rule.ENTRY_INFLATES);
        assertThat(refused(with("xl/media/b.bin", "0".repeat(zeros.length)))).isEqualTo(Rule.ENTRY_INFLATES);
        byte[] bomb = with(SHEET, " ".repeat(zeros.length));
        assertThat(refused(zip(Map.of("sheet.xlsx", bomb)))).isEqualTo(Rule.ENTRY_INFLATES);
    }

    @Test
    void anEntryGivesNoMoreThanItDeclares() throws IOException {
        byte[] archive = zip(Map.of("a.csv", csv("title", "A".repeat(5_000))));
        int at = lastIndexOf(archive, new byte[] {'P', 'K', 1, 2});
        archive[at + 24] = 9;
        archive[at + 25] = 0;
        assertThat(refused(archive)).isEqualTo(Rule.MALFORMED_ARCHIVE);
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int i = bytes.length - wanted.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError();
    }

    @Test
    void aDirectoryThatClaimsToBeHugeIsNotRead() {
        byte[] archive = zip(Map.of("a.csv", csv("title", "A")));
        int end = lastIndexOf(archive, new byte[] {'P', 'K', 5, 6});
        archive[end + 15] = 0x7F;
        assertThat(refused(archive)).isIn(Rule.TOO_MANY, Rule.MALFORMED_ARCHIVE);
    }

    @Test
    void cellsThatWouldTakeAllMemoryOrTimeAreRefused() throws IOException {
        String header = "<row r=\"1\">" + cell("A1", "str", "title") + "</row>";
        for (String row : List.of(
                "<row r=\"2\">" + cell("ZZZZZZ2", "str", "x") + "</row>",
                "<row r=\"2\">" + cell("A2", "n", "1".repeat(100_000)) + "</row>",
                "<row r=\"2\">" + cell("A2", "s", "999999999999") + "</row>",
                "<row r=\"99999999999\">" + cell("A2", "n", "1") + "</row>",
                "<row r=\"2\">" + cell("2", "n", "1") + "</row>")) {
            assertThat(refused(sheet(header + row))).as(row.substring(0, 40)).isEqualTo(Rule.NOT_A_SHEET);
        }
        assertThat(receive(sheet(header + "<row r=\"2\">" + cell("A2", "n", "1E999999999") + "</row>"))
                        .rows())
                .isLessThan(2);
    }

    @Test
    void documentTypesAreRefused() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;&f;</v></c>"
                + "</row></sheetData></worksheet>";
        assertThat(refused(with(SHEET, bomb))).isEqualTo(Rule.NOT_A_SHEET);
        assertThat(refused(with("xl/sharedStrings.xml", bomb))).isEqualTo(Rule.NOT_A_SHEET);
    }

    @Test
    void endlessRowsColumnsAndQuotesAreRefused() {
        String[] many = new String[Sheet.MOST_ROWS + 2];
        Arrays.fill(many, "T");
        many[0] = "title";
        assertThat(refused(csv(many))).isEqualTo(Rule.TOO_MANY);
        assertThat(refused(csv("title" + ";x".repeat(300)))).isEqualTo(Rule.TOO_MANY);
        assertThat(refused(csv("title", "\"" + "x".repeat(1_000_000)))).isEqualTo(Rule.UNCLOSED_QUOTE);
        assertThat(refused(csv("title" + ";".repeat(100_000), ";".repeat(100_000))))
                .isIn(Rule.NOT_A_SHEET, Rule.TOO_MANY);
    }

    @Test
    void namesThatWindowsWroteAreRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, Charset.forName("IBM850"))) {
            for (String name : List.of("año.csv", "situación.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("csv") ? csv("title", "A") : new byte[] {'x'});
                zip.closeEntry();
            }
        }
        Path file = SheetsForTests.file(data, out.toByteArray());
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.find("Situacion.TXT").getName()).isEqualTo("situación.txt");
        }
    }
}
