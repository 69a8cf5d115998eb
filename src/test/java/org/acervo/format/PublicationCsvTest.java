package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.junit.jupiter.api.Test;

class PublicationCsvTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");

    private static Publication publication(DublinCore text) {
        return new Publication(new PublicationId(42), 7, State.DRAFT, text, null, null, null, AT, AT, null);
    }

    private static String cell(Statement... statements) {
        List<String> row = PublicationCsv.row(publication(new DublinCore(List.of(statements))));
        return row.get(PublicationCsv.COLUMNS.indexOf(statements[0].element().member()));
    }

    private static DublinCore read(Map<String, String> cells) {
        PublicationJson.Reading reading = PublicationCsv.read(cells, DublinCore.EMPTY);
        assertThat(reading.findings()).isEmpty();
        return reading.metadata();
    }

    @Test
    void whatIsWrittenComesBackEqual() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            List<DublinCore> texts =
                    List.of(RandomPublications.any(random), RandomPublications.clean(random), awkward(random));
            StringWriter file = new StringWriter();
            CsvWriter csv = CsvWriter.builder().build(file);
            csv.writeRecord(PublicationCsv.COLUMNS);
            texts.forEach(each -> csv.writeRecord(PublicationCsv.row(publication(each))));
            flush(csv);
            List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file.toString()).stream()
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                Map<String, String> cells = rows.get(i).getFieldsAsMap();
                assertThat(read(cells)).as("seed %d", seed).isEqualTo(texts.get(i));
                cells.values().forEach(PublicationCsvTest::cannotBeAFormula);
            }
        }
    }

    private static void cannotBeAFormula(String cell) {
        assertThat(cell.isEmpty() ? "" : cell.substring(0, 1)).isNotIn("=", "+", "-", "@", "\t", "\r");
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** Texts that look like what the cells use for something else. */
    private static DublinCore awkward(Random random) {
        List<String> parts = List.of(
                "es: ",
                "{",
                "}",
                "[",
                "]",
                "\n",
                "\r\n",
                " ",
                "  ",
                "\u00A0",
                "\u2003",
                "\u0085",
                "\u2028",
                "'",
                "=1+1",
                "+",
                "-",
                "@",
                "\t",
                "\"",
                ",",
                ";",
                "||",
                "::",
                "en:",
                "{\"value\":\"x\"}",
                "ñ",
                "\\n",
                "\\");
        List<Statement> statements = new ArrayList<>();
        for (Element element :
                List.of(Element.TITLE, Element.SUBJECT, Element.SERIES, Element.SOURCE, Element.EXTENT)) {
            for (int i = random.nextInt(4); i > 0; i--) {
                StringBuilder text = new StringBuilder();
                for (int n = random.nextInt(5); n > 0; n--) {
                    text.append(parts.get(random.nextInt(parts.size())));
                }
                String lang = element.form().hasLanguage() && random.nextBoolean() ? "pt-BR" : null;
                statements.add(Statement.of(element, text.toString(), lang));
            }
        }
        return new DublinCore(statements);
    }

    @Test
    void peopleCanReadAndWriteIt() {
        assertThat(cell(
                        Statement.of(Element.TITLE, "Línea [de] base", "es"),
                        Statement.of(Element.TITLE, "Baseline: north", "en"),
                        Statement.of(Element.TITLE, "Plain")))
                .isEqualTo("es: Línea [de] base\nen: Baseline: north\nPlain");
        assertThat(cell(Statement.of(Element.THEME, "migration-data"))).isEqualTo("migration-data");
        assertThat(cell(Statement.of(Element.TITLE, "=1+1"))).isEqualTo("'=1+1");
        assertThat(cell(new Statement(Element.CREATOR, "IOM", null, Map.of(Qualifier.KIND, "organization"))))
                .isEqualTo("{\"value\":\"IOM\",\"kind\":\"organization\"}");
        assertThat(read(Map.of("title", "es: Uno\r\n\r\n en: Two ", "date", "2021-02")))
                .isEqualTo(new DublinCore(List.of(
                        Statement.of(Element.TITLE, "Uno", "es"),
                        Statement.of(Element.TITLE, "Two", "en"),
                        Statement.of(Element.DATE, "2021-02"))));
    }

    @Test
    void aColumnThatIsMissingChangesNothingAndAnEmptyCellTakesAway() {
        DublinCore current = new DublinCore(List.of(
                Statement.of(Element.TITLE, "T"),
                Statement.of(Element.DATE, "2021"),
                Statement.of(Element.THEME, "x")));
        assertThat(PublicationCsv.read(Map.of("title", "New", "theme", ""), current)
                        .metadata())
                .isEqualTo(new DublinCore(
                        List.of(Statement.of(Element.TITLE, "New"), Statement.of(Element.DATE, "2021"))));
    }

    @Test
    void aWrongLineIsFoundAtItsPlaceAndTheOthersAreRead() {
        PublicationJson.Reading reading = PublicationCsv.read(
                Map.of("creator", "IOM\n{\"value\":\"x\",\"nonsense\":\"y\"}\n{broken"), DublinCore.EMPTY);
        assertThat(reading.findings())
                .extracting(each -> each.rule() + " " + each.pointer())
                .containsExactly(Rule.UNKNOWN_MEMBER + " /creator/1/nonsense", Rule.NOT_JSON + " /creator/2");
        assertThat(reading.metadata().values(Element.CREATOR)).containsExactly("IOM", "x");
    }

    @Test
    void headingsAreFoundAsPeopleWriteThem() {
        assertThat(PublicationCsv.column(" formerurl ")).contains("formerUrl");
        assertThat(PublicationCsv.column("nonsense")).isEmpty();
    }
}
