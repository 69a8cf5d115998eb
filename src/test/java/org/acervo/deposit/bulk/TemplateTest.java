package org.acervo.deposit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.acervo.vocabulary.InterfaceLanguage;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTest {

    @TempDir
    Path data;

    private static byte[] xlsx(InterfaceLanguage language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Template(SheetsForTests.VOCABULARIES, language).writeXlsx(out);
        return out.toByteArray();
    }

    private static byte[] csv(InterfaceLanguage language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Template(SheetsForTests.VOCABULARIES, language).writeCsv(out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void eachHeadingIsUnderstoodAndNothingElseIsInIt(InterfaceLanguage language) throws IOException {
        for (byte[] bytes : List.of(xlsx(language), csv(language))) {
            Intake.Received received = new Intake(new BulkFolder(data), SheetsForTests.NAMES, 1_000_000)
                    .receive(new ByteArrayInputStream(bytes), language);
            assertThat(received.findings()).isEmpty();
            assertThat(received.rows()).isZero();
            Header header =
                    Sheets.header(SheetsForTests.sheet(data, bytes), SheetsForTests.NAMES, InterfaceLanguage.EN);
            assertThat(header.columns()).hasSize(header.width());
            assertThat(header.columns().values())
                    .contains(
                            new Column(ColumnName.STATUS, null),
                            new Column(ColumnName.ID, null),
                            new Column(ColumnName.FINDINGS, null));
        }
    }

    @Test
    void theListsOfferWhatIsKnownInTheLanguage() throws IOException {
        byte[] bytes = xlsx(InterfaceLanguage.ES);
        Codes codes = new Codes(SheetsForTests.VOCABULARIES, List.of());
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheets().map(each -> each.getName()))
                    .containsExactly("Publicaciones", "Ayuda", "Listas");
            List<Row> rows = book.findSheet("Listas").orElseThrow().read();
            for (int column = 0; column < rows.get(0).getCellCount(); column++) {
                ColumnName name = SheetsForTests.NAMES
                        .find(rows.get(0).getCellText(column))
                        .orElseThrow()
                        .name();
                for (Row row : rows.subList(1, rows.size())) {
                    String choice = column < row.getCellCount() ? row.getCellText(column) : "";
                    if (!choice.isEmpty() && name.element() != null) {
                        assertThat(codes.knows(name.element(), choice))
                                .as(choice)
                                .isTrue();
                    } else if (name.equals(ColumnName.ACTION)) {
                        assertThat(Action.of(choice)).as(choice).isPresent();
                    }
                }
            }
        }
        Path file = SheetsForTests.file(data, bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(sheet.split("<dataValidation ", -1)).hasSizeGreaterThan(7);
            assertThat(sheet).contains("errorTitle=\"No está en la lista\"").doesNotContain("\"null\"");
        }
    }

    @Test
    void theSeparatorIsThatOfTheLanguage() throws IOException {
        assertThat(new String(csv(InterfaceLanguage.EN), StandardCharsets.UTF_8))
                .startsWith("\uFEFFAcervo ID,Action,");
        assertThat(new String(csv(InterfaceLanguage.PT), StandardCharsets.UTF_8))
                .startsWith("\uFEFFId do Acervo;Ação;");
    }
}
