package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.publishing.CsvChanges.Outcome;
import org.acervo.publishing.CsvChanges.Row;
import org.acervo.publishing.Export.Form;
import org.junit.jupiter.api.Test;

/** Publications go out in every form, and come back as comma-separated values. */
class CsvChangesTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");
    private static final Caller CURATOR =
            new Caller("curator", null, Set.of(Right.READ, Right.DEPOSIT, Right.PUBLISH, Right.CURATE), Set.of());
    private static final Caller BELIZE = new Caller("bz", "belize", Set.of(Right.READ, Right.DEPOSIT), Set.of());

    private final InMemoryPublications publications = new InMemoryPublications();
    private final TestLibrary library = new TestLibrary(
            publications, new InMemoryDisseminations(AT), publications, Clock.fixed(AT, ZoneOffset.UTC));

    private PublicationId publish(String sourceId, String title) {
        return library.publishing()
                .createPublic(TestLibrary.CURATOR, TestLibrary.report(sourceId, title))
                .publication()
                .id();
    }

    private String export(Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        library.export()
                .write(
                        form,
                        LongStream.rangeClosed(1, 1_000)
                                .mapToObj(PublicationId::new)
                                .iterator(),
                        any -> true,
                        out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Row> bring(Caller caller, String csv, boolean dryRun) throws IOException {
        List<Row> rows = new ArrayList<>();
        library.csvChanges()
                .run(caller, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), dryRun, rows::add);
        return rows;
    }

    private Publication find(PublicationId id) {
        return publications.find(id).orElseThrow();
    }

    @Test
    void whatWentOutChangesNothing() throws IOException {
        for (int i = 0; i < 450; i++) {
            publish("s-" + i, "=Title, \"" + i + "\" [x]\n");
        }
        List<Row> rows = bring(CURATOR, export(Form.CSV), false);
        assertThat(rows).hasSize(450).allMatch(each -> each.outcome() == Outcome.UNCHANGED);
        assertThat(find(new PublicationId(7)).version()).isEqualTo(1);
        assertThat(export(Form.RIS).lines().filter("TY  - RPRT"::equals)).hasSize(450);
        assertThat(export(Form.BIBTEX)).contains("@techreport{acervo-450,");
        assertThat(export(Form.OAI_DC)).startsWith("<?xml").endsWith("</oai_dc:dc>\n</records>\n");
    }

    @Test
    void onlyWhatMayBeSeenGoesOut() throws IOException {
        PublicationId one = publish("a", "One");
        publish("b", "Two");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        library.export().write(Form.CSV, List.of(one, new PublicationId(99)).iterator(), any -> true, out);
        library.export().write(Form.RIS, List.of(one).iterator(), any -> false, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void aRowChangesItsPublication() throws IOException {
        PublicationId id = publish("a", "One");
        String csv = "id;version;title\r\n" + id + ";1;\"es: Uno\nen: One\"\r\n";
        assertThat(bring(CURATOR, csv, true)).extracting(Row::outcome).containsExactly(Outcome.CHANGED);
        assertThat(find(id).version()).as("a dry run").isEqualTo(1);
        assertThat(bring(CURATOR, csv, false)).extracting(Row::outcome).containsExactly(Outcome.CHANGED);
        assertThat(find(id).metadata().values(Element.TITLE)).containsExactly("Uno", "One");
        assertThat(find(id).metadata().value(Element.DATE)).isEqualTo("2021-02");
        assertThat(bring(CURATOR, csv, false)).extracting(Row::outcome).containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void eachRowStandsForItself() throws IOException {
        PublicationId stale = publish("a", "One");
        PublicationId wrong = publish("b", "Two");
        PublicationId good = publish("c", "Three");
        library.publishing().save(TestLibrary.CURATOR, stale, 1, TestLibrary.report("a", "Newer"));
        String csv =
                "id,version,title,date\n%s,1,Old,2020\n%s,1,Two,yesterday\n%s,1,3,2020\n%s,1,again,\n999,1,x,\n,,,\n"
                        .formatted(stale, wrong, good, good);
        List<Row> rows = bring(CURATOR, csv, false);
        assertThat(rows)
                .extracting(each -> each.number() + " " + each.outcome() + " "
                        + each.findings().stream()
                                .filter(finding -> finding.isError())
                                .map(finding -> finding.rule() + " " + finding.pointer())
                                .toList())
                .containsExactly(
                        "2 REFUSED [STALE_VERSION /version]",
                        "3 REFUSED [MALFORMED_DATE /date]",
                        "4 CHANGED []",
                        "5 REFUSED [REPEATED_ROW /id]",
                        "6 REFUSED [UNKNOWN_RECORD /id]",
                        "7 REFUSED [UNKNOWN_RECORD /id]");
        assertThat(find(good).metadata().value(Element.TITLE)).isEqualTo("3");
        assertThat(find(stale).metadata().value(Element.TITLE)).isEqualTo("Newer");
    }

    @Test
    void nobodyChangesWhatIsNotTheirs() throws IOException {
        PublicationId id = publish("a", "One");
        assertThat(bring(BELIZE, "id,version,title\n" + id + ",1,Mine\n", false))
                .extracting(each -> each.findings().get(0).rule())
                .containsExactly(Rule.UNKNOWN_RECORD);
        PublicationId own = library.publishing()
                .create(TestLibrary.OFFICER, TestLibrary.report("z", "Own", "belize"))
                .publication()
                .id();
        assertThat(bring(BELIZE, "id,version,mission\n" + own + ",1,mexico\n", false))
                .extracting(each -> each.findings().get(0).rule())
                .containsExactly(Rule.RIGHT_REQUIRED);
    }

    @Test
    void aFileThatIsNoneIsRefusedAsAWhole() {
        for (String each : List.of("", "id,title\n", "id,version,nonsense\n", "id,version,Title,title\n")) {
            assertThatThrownBy(() -> bring(CURATOR, each, false)).as(each).isInstanceOf(Refused.class);
        }
        byte[] latin = "id,version,title\n1,1,\u00F1".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> library.csvChanges().run(CURATOR, new ByteArrayInputStream(latin), false, any -> {}))
                .isInstanceOf(Refused.class);
    }
}
