package org.acervo.deposit.bulk;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.acervo.deposit.bulk.SheetsForTests.csv;
import static org.acervo.deposit.bulk.SheetsForTests.entries;
import static org.acervo.deposit.bulk.SheetsForTests.rows;
import static org.acervo.deposit.bulk.SheetsForTests.sheet;
import static org.acervo.deposit.bulk.SheetsForTests.texts;
import static org.acervo.deposit.bulk.SheetsForTests.xlsx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetReadingTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    static Stream<byte[]> the_same_sheet_however_it_is_written() {
        String line = "Año,Niño – «ñ»";
        return Stream.of(
                csv("Título,Descripción", "\"" + line + "\",x"),
                csv("\uFEFFTítulo;Descripción", line + ";x"),
                csv("Título\tDescripción", line + "\tx"),
                csv("sep=;", "Título;Descripción", line + ";x"),
                csv(WINDOWS, "Título;Descripción", line + ";x"),
                csv(WINDOWS, "Título,Descripción", "\"" + line + "\",x"),
                csv(UTF_16LE, "\uFEFFTítulo;Descripción", line + ";x"),
                csv(UTF_16BE, "\uFEFFTítulo\tDescripción", line + "\tx"),
                csv(UTF_16LE, "Título\tDescripción", line + "\tx"),
                xlsx(new String[] {"Título", "Descripción"}, new String[] {line, "x"}));
    }

    @ParameterizedTest
    @MethodSource
    void the_same_sheet_however_it_is_written(byte[] bytes) throws IOException {
        assertThat(texts(sheet(folder, bytes)))
                .containsExactly(List.of("Título", "Descripción"), List.of("Año,Niño – «ñ»", "x"));
    }

    @Test
    void blank_rows_and_columns_count_for_addresses_and_for_nothing_else() throws IOException {
        SheetFile file = sheet(folder, csv("Catálogo;;", ";;", "title;;theme;;", ";;;;", "A;;x;;", ";;;;", "B;;;", ""));
        List<Entry> entries = entries(file);
        assertThat(entries).extracting(Entry::row).containsExactly(5, 7);
        assertThat(entries.get(0).cells()).containsEntry("/theme/0", "C5").containsEntry("/title/0", "A5");
        assertThat(rows(file)).extracting(SheetRow::number).containsExactly(1, 3, 5, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "title, title,",
        "Title [es], title, es",
        "TÍTULO (español), title, es",
        "titulo@ES, title, es",
        "Titre (anglais), title, en",
        "título_pt-br, title, pt-BR",
        "Título [criollo haitiano], , ",
        "Áreas temáticas, theme,",
        "areas tematicas *, theme,",
        "Domaine thématique:, theme,",
        "Fecha, date,",
        "sourceId, sourceId,",
        "source id, sourceId,",
        "Seitenzahl, , ",
        "ISBN, isbn,",
        "traducción de, isTranslationOf,",
        "link [fr], link, fr",
        "theme [es], , ",
        "Palabras clave es, subject, es",
        "Estado, status,"
    })
    void headings_are_known_in_any_of_the_languages(String heading, String code, String lang) {
        assertThat(SheetsForTests.NAMES.find(heading).map(each -> each.name().code() + "@" + each.lang()))
                .isEqualTo(code == null ? Optional.empty() : Optional.of(code + "@" + lang));
    }

    @ParameterizedTest
    @CsvSource({
        "Título [es]|Áreas temáticas|Clave propia, ES",
        "title@es|theme|sourceId, FR",
        "Título|Tipo, PT",
        "Título|Tipo|Sigla|Acción|Palabras clave, ES",
        "Thematic areas|Keywords|Title [en], EN",
        "Domaines thématiques|Mots-clés, FR"
    })
    void a_sheet_is_in_the_language_of_most_of_its_headings(String headings, InterfaceLanguage language) {
        InterfaceLanguage reader = language == InterfaceLanguage.PT ? InterfaceLanguage.PT : InterfaceLanguage.FR;
        assertThat(ColumnNames.language(List.of(headings.split("\\|")), reader)).isEqualTo(language);
    }

    @Test
    void no_two_columns_have_the_same_label_in_a_language() {
        for (var language : InterfaceLanguage.values()) {
            assertThat(ColumnNames.labels("Notas", language)).hasSameSizeAs(ColumnName.ALL);
            for (ColumnName name : ColumnName.ALL) {
                assertThat(SheetsForTests.NAMES.find(ColumnNames.label(name, language)))
                        .contains(new Column(name, null));
            }
        }
    }

    @Test
    void labels_stand_for_codes_and_bars_between_values() throws IOException {
        Entry entry = only(xlsx(
                new String[] {
                    "title [es]",
                    "misión",
                    "tipo",
                    "temas",
                    "idioma",
                    "países",
                    "acceso",
                    "licencia",
                    "Palabras clave [es]"
                },
                new String[] {
                    "Uno | dos",
                    "Haití",
                    "informe",
                    "Movilidad laboral|migration-data\nEmergencies and crises; policy-governance-legal",
                    "español / inglés".replace(" / ", "\n"),
                    "México | 29 | Tapachula | MX-CHP",
                    "Aquí solo está el registro",
                    "CC BY-NC-ND 3.0 IGO",
                    "frontera|río"
                }));
        assertThat(entry.findings()).isEmpty();
        assertThat(entry.text().value(Element.TITLE)).isEqualTo("Uno | dos");
        assertThat(entry.text().value(Element.MISSION)).isEqualTo("haiti");
        assertThat(entry.text().values(Element.LANGUAGE)).containsExactly("es", "en");
        assertThat(entry.text().values(Element.COVERAGE)).containsExactly("MX", "29", "Tapachula", "MX-CHP");
        assertThat(entry.text().value(Element.ACCESS)).isEqualTo("metadata-only");
        assertThat(entry.text().all(Element.SUBJECT))
                .containsExactly(
                        Statement.of(Element.SUBJECT, "frontera", "es"), Statement.of(Element.SUBJECT, "río", "es"));
        assertThat(entry.cells()).containsEntry("/theme/2", "D2");
    }

    @Test
    void what_stands_beside_a_value_goes_with_it() throws IOException {
        Entry entry = only(csv(
                "title;series [en];seriesNumber;project;funder;isbn;relation;isPartOf;link [es];creator",
                "T;A|B;1|2;P1;EU;9789290688154;references: mx-1|mx-2;mx-9;https://example.org/a;Pérez, Ana|OIM"));
        assertThat(entry.text().all(Element.SERIES))
                .extracting(each -> each.value() + each.lang() + each.qualifier(Qualifier.NUMBER))
                .containsExactly("Aen1", "Ben2");
        assertThat(entry.text().all(Element.PROJECT).get(0).qualifier(Qualifier.FUNDER))
                .isEqualTo("EU");
        assertThat(entry.text().all(Element.IDENTIFIER).get(0).qualifier(Qualifier.SCHEME))
                .isEqualTo("isbn");
        assertThat(entry.text().all(Element.RELATION))
                .extracting(each -> each.qualifier(Qualifier.TYPE) + " " + each.value())
                .containsExactly("references mx-1", "null mx-2", "isPartOf mx-9");
        assertThat(entry.text().all(Element.LINK).get(0).qualifier(Qualifier.LANGUAGE))
                .isEqualTo("es");
        assertThat(entry.text().values(Element.CREATOR)).containsExactly("Pérez, Ana", "OIM");
        assertThat(entry.text().value(Element.MISSION)).isEqualTo("mexico");
    }

    @Test
    void excel_dates_to_the_day_are_dates_and_others_are_named() throws IOException {
        List<Entry> entries = entries(sheet(folder, xlsx(sheet -> {
            sheet.value(0, 0, "title");
            sheet.value(0, 1, "date");
            String[] formats = {"yyyy-mm-dd", "d/m/yyyy", "mmm-yy", "d-mmm", "0"};
            for (int i = 0; i < formats.length; i++) {
                sheet.value(i + 1, 0, "T" + i);
                sheet.value(i + 1, 1, LocalDate.of(2021, 2, 17));
                sheet.style(i + 1, 1).format(formats[i]).set();
            }
            sheet.value(6, 0, "T6");
            sheet.value(6, 1, 2021);
        })));
        assertThat(entries)
                .extracting(each -> each.text().value(Element.DATE))
                .containsExactly("2021-02-17", "2021-02-17", "2021-02-17", "2021-02-17", "44244", "2021");
        assertThat(entries)
                .extracting(each -> each.findings().stream()
                        .map(found ->
                                found.cell() + " " + found.finding().rule().code() + " "
                                        + found.finding().expected().get(0))
                        .toList()
                        .toString())
                .containsExactly(
                        "[]",
                        "[]",
                        "[B4 changed-date 2021-02]",
                        "[B5 changed-date 2021-02]",
                        "[B6 changed-date 2021-02-17]",
                        "[]");
    }

    @ParameterizedTest
    @CsvSource({
        "2021, 2021, ",
        "2021-02-17, 2021-02-17,",
        "2017~, 2017~,",
        "feb-21, feb-21, changed-date 2021-02",
        "21-feb, 21-feb, changed-date 2021-02",
        "fév.-21, fév.-21, changed-date 2021-02",
        "01/02/2021, 01/02/2021, changed-date 2021-02-01 2021-01-02",
        "17/02/2021, 2021-02-17, date-read 2021-02-17",
        "02/17/2021, 2021-02-17, date-read 2021-02-17",
        "17-02-21, 17-02-21, changed-date 2021-02-17",
        "2021/02, 2021-02, date-read 2021-02",
        "2/2021, 2021-02, date-read 2021-02",
        "44244, 44244, changed-date 2021-02-17",
        "febrero de 2021, 2021-02, date-read 2021-02",
        "17 de fevereiro de 2021, 2021-02-17, date-read 2021-02-17",
        "17 février 2021, 2021-02-17, date-read 2021-02-17",
        "'February 17, 2021', 2021-02-17, date-read 2021-02-17",
        "sept 2020, 2020-09, date-read 2020-09",
        "desconocida, unknown,",
        "s.f., unknown,",
        "ayer, ayer,",
        "31/02/2021, 31/02/2021,",
        "jui 2020, jui 2020,",
        "20210217, 20210217, changed-date 2021-02-17",
        "'2021,02', '2021,02', changed-date 2021-02"
    })
    void dates_as_people_and_programs_write_them(String given, String value, String finding) throws IOException {
        Entry entry = only(csv("title;date", "T;" + given));
        assertThat(entry.text().value(Element.DATE)).isEqualTo(value);
        assertThat(entry.findings().stream()
                        .map(each -> each.finding().rule().code() + " "
                                + String.join(" ", each.finding().expected()))
                        .toList())
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @ParameterizedTest
    @CsvSource({
        "#REF!, cell-error",
        "#¡VALOR!, cell-error",
        "#N/D, cell-error",
        "#NOM?, cell-error",
        "########, cell-error",
        "'9,78929E+12', changed-number",
        "1E+05, changed-number 100000",
        "2.5E+3, changed-number",
        "#1 report, ",
        "E+12, ",
        "100000, "
    })
    void what_a_program_left_of_a_value_is_named(String given, String finding) throws IOException {
        Entry entry = only(csv("title;sourceId", "T;" + given));
        assertThat(entry.findings().stream()
                        .map(each -> (each.finding().rule().code() + " "
                                        + String.join(" ", each.finding().expected()))
                                .strip())
                        .toList())
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void numbers_and_formulas_are_read_by_their_value() throws IOException {
        Entry entry = entries(sheet(folder, xlsx(sheet -> {
                    sheet.value(0, 0, "title");
                    sheet.value(0, 1, "isbn");
                    sheet.value(0, 2, "extent");
                    sheet.value(1, 0, 7);
                    sheet.value(1, 1, 9789290688154L);
                    sheet.value(1, 2, 0.1 + 0.2);
                })))
                .get(0);
        assertThat(entry.text().value(Element.TITLE)).isEqualTo("7");
        assertThat(entry.text().value(Element.IDENTIFIER)).isEqualTo("9789290688154");
        assertThat(entry.text().value(Element.EXTENT)).isEqualTo("0.3");
    }

    @Test
    void a_formula_that_was_never_calculated_is_named_and_an_empty_result_is_none() throws IOException {
        String header = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>title</v></c><c r=\"B1\" t=\"str\"><v>creator</v></c>"
                + "<c r=\"C1\" t=\"str\"><v>series</v></c><c r=\"D1\" t=\"str\"><v>seriesNumber</v></c></row>";
        byte[] bytes = HostileUploadTest.sheet(
                header
                        + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v></v></c><c r=\"B2\" t=\"str\"><f>IF(A1=1,2,\"\")</f><v></v></c>"
                        + "<c r=\"C2\" t=\"str\"><v>A|B</v></c><c r=\"D2\"><f>2+2</f></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><f>1+1</f><v>2</v></c><c r=\"B3\" t=\"str\"><f>\"x\"</f><v>x</v></c></row>");
        List<Entry> entries = entries(sheet(folder, bytes));
        assertThat(entries.get(0).findings())
                .containsExactlyInAnyOrder(
                        new SheetFinding("A2", Finding.of(Rule.FORMULA_WITHOUT_VALUE, "", "=1+1")),
                        new SheetFinding("D2", Finding.of(Rule.FORMULA_WITHOUT_VALUE, "", "=2+2")));
        assertThat(entries.get(0).text().values(Element.CREATOR)).isEmpty();
        assertThat(entries.get(1).findings()).isEmpty();
        assertThat(entries.get(1).text().value(Element.TITLE)).isEqualTo("2");
    }

    @Test
    void unknown_and_repeated_columns_are_found_with_their_place() throws IOException {
        Header header = Sheets.header(
                sheet(folder, csv("title;Notas;date;Fecha;theme;theme;Fechaa")),
                SheetsForTests.NAMES,
                InterfaceLanguage.ES);
        assertThat(header.findings())
                .extracting(each -> each.cell() + " " + each.finding().rule())
                .containsExactly("B1 UNKNOWN_COLUMN", "D1 REPEATED_COLUMN", "G1 UNKNOWN_COLUMN");
        assertThat(header.findings().get(0).finding().expected()).contains("Título", "Áreas temáticas");
        assertThat(header.findings().get(2).finding().expected()).startsWith("Fecha");
    }

    @Test
    void a_sheet_without_titles_is_refused_with_what_was_found() {
        assertThatThrownBy(() -> sheet(folder, csv("Nombre;Cosa", "a;b")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                        .containsExactly(Finding.of(Rule.NO_TITLE_COLUMN, "", null, "Nombre", "Cosa")));
        assertThatThrownBy(() -> sheet(folder, csv(UTF_8, ""))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sheet(folder, xlsx(new String[] {"x"}))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`title;type\nA;report\n\"B;report\nC;report\n`|3",
                "`title;type\nA;\"report\nB;\"x\"y\nC;report`|2",
                "`title;type\n\"A\nB\";report\n`|-1",
                "`title;type\n\"A \"\"x\"\" B\";\"report\"`|-1",
                "`title;type\nA \"x\" B;5\" disk\nC;\"d\"e`|-1",
                "`title;type\n\"\";\"A\r\n\r\n\"\"B\"\"\"`|-1"
            })
    void a_quotation_mark_that_swallows_rows_is_found(String text, int line) throws IOException {
        assertThat(OpenQuote.line(new StringReader(text), ';')).isEqualTo(line);
    }

    @Test
    void files_are_named_with_what_is_said_of_them() throws IOException {
        Entry entry = only(csv(
                "title;file;fileLanguage;fileDescription;embargo", "T;\"a.pdf|b.pdf\";español;\"Uno|Dos\";2030-01-31"));
        assertThat(entry.files())
                .containsExactly(
                        new FileWish("B2", "a.pdf", "es", "Uno", LocalDate.of(2030, 1, 31)),
                        new FileWish("B2", "b.pdf", "es", "Dos", LocalDate.of(2030, 1, 31)));
        assertThat(only(csv("title;file;embargo", "T;a.pdf;2030-13-45")).findings())
                .extracting(each -> each.cell() + " " + each.finding().rule())
                .containsExactly("C2 MALFORMED_DATE");
    }

    @Test
    void actions_are_known_in_any_of_the_languages() throws IOException {
        assertThat(entries(sheet(
                        folder, csv("title;action", "A;", "A;Actualizar", "A;mettre à jour", "A;retirar", "A;x"))))
                .extracting(Entry::action)
                .containsExactly(Action.CREATE, Action.UPDATE, Action.UPDATE, Action.WITHDRAW, Action.CREATE);
    }

    private Entry only(byte[] bytes) throws IOException {
        return entries(sheet(folder, bytes)).get(0);
    }
}
