package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.acervo.catalog.Element;
import org.acervo.catalog.State;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.catalog.Transactions;
import org.junit.jupiter.api.Test;

/** What an import refuses, and what is left when it breaks off. */
class ImportRefusalsTest {

    private static final String GOOD = ImportRun.line(report("a", "Good"));

    private final InMemoryServer server = new InMemoryServer();
    private final ImportRun run = new ImportRun(server.library());

    @Test
    void everyFindingOfARefusedLineIsReported() {
        String bad = "{\"mission\":\"nowhere\",\"type\":\"report\",\"title\":\"T\",\"date\":\"feb-21\","
                + "\"language\":\"en\",\"theme\":\"x\",\"colour\":\"red\"}";
        assertThat(run.of(GOOD, bad, ImportRun.line(report("c", "C")))).isEqualTo(new ImportReport(3, 2, 0, 0, 1));
        assertThat(run.refused())
                .containsExactlyInAnyOrder(
                        "2 unknown-member /colour",
                        "2 unknown-code /mission",
                        "2 malformed-date /date",
                        "2 unknown-code /theme/0",
                        "2 required /description",
                        "2 required /sourceId");
    }

    @Test
    void aLineWithoutKeyIsRefused() {
        assertThat(run.of(ImportRun.line(report("x", "T").with(Element.SOURCE_ID, List.of())))
                        .refused())
                .isEqualTo(1);
        assertThat(run.refused()).containsExactly("1 required /sourceId");
        run.of(ImportRun.line(report("x", "T").with(Element.MISSION, List.of())));
        assertThat(run.refused()).containsExactly("1 required /mission");
    }

    @Test
    void aTombstoneNeedsAReasonThatCanBeKept() {
        String blank = ImportRun.withdrawn(report("a", "A"), " \u0003 ");
        String endless = ImportRun.withdrawn(report("b", "B"), "x".repeat(70_000));
        assertThat(run.of(blank, endless).refused()).isEqualTo(2);
        assertThat(run.refused()).containsExactly("1 reason-required /withdrawn", "2 too-long /withdrawn");
    }

    @Test
    void linesAreNumberedAsInTheFileHoweverTheyEnd() {
        InputStream file =
                new ByteArrayInputStream(("\uFEFF" + GOOD + "\r\n\r\n  \nnot json\n[1]\n{\"title\": \"open\n\n{}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(run.run(file, false)).isEqualTo(new ImportReport(5, 1, 0, 0, 4));
        assertThat(run.refused())
                .contains("4 not-json", "5 not-an-object", "6 not-json", "8 required /title", "8 required /sourceId");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        InputStream latin = new ByteArrayInputStream(
                (GOOD.replace("Good", "Migración") + "\n").getBytes(StandardCharsets.ISO_8859_1));
        InputStream utf8 = new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(run.run(new SequenceInputStream(latin, utf8), false)).isEqualTo(new ImportReport(2, 1, 0, 0, 1));
        assertThat(run.refused()).containsExactly("1 not-utf8");
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        String endless = "{\"title\":\"" + "x".repeat(Lines.LONGEST) + "\"}";
        assertThat(run.of(endless, GOOD)).isEqualTo(new ImportReport(2, 1, 0, 0, 1));
        assertThat(run.refused()).containsExactly("1 too-long");
    }

    @Test
    void nothingIsNothing() {
        assertThat(run.of("")).isEqualTo(ImportReport.NOTHING);
        assertThat(run.of("\n", " ", "\r")).isEqualTo(ImportReport.NOTHING);
        assertThat(run.progress()).isEmpty();
    }

    @Test
    void progressIsToldBlockByBlock() {
        run.of(reports(1_100));
        assertThat(run.progress())
                .containsExactly(
                        new ImportReport(500, 500, 0, 0, 0),
                        new ImportReport(1_000, 1_000, 0, 0, 0),
                        new ImportReport(1_100, 1_100, 0, 0, 0));
    }

    @Test
    void anImportThatFailedInTheMiddleGoesOnWhereItWas() {
        String[] lines = reports(1_600);
        TestLibrary failing =
                new TestLibrary(server.publications(), server.disseminations(), new FailsAfter(2), server.clock());
        assertThatThrownBy(() -> new ImportRun(failing).of(lines)).isInstanceOf(StorageUnavailable.class);
        assertThat(server.publications().counts()).containsEntry(State.PUBLISHED, 1_000L);

        assertThat(run.of(lines)).isEqualTo(new ImportReport(1_600, 600, 0, 1_000, 0));
        assertThat(run.of(lines)).isEqualTo(new ImportReport(1_600, 0, 0, 1_600, 0));
        assertThat(server.publications().counts()).containsEntry(State.PUBLISHED, 1_600L);
    }

    @Test
    void whatWasKeptStaysWhenTheInputBreaks() {
        InputStream start = new ByteArrayInputStream(
                String.join("\n", reports(1_600)).getBytes(StandardCharsets.UTF_8), 0, 900_000);
        InputStream broken = new SequenceInputStream(start, new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line dropped");
            }
        });
        assertThatThrownBy(() -> run.run(broken, false)).isInstanceOf(UncheckedIOException.class);
        assertThat(run.of(reports(1_600))).satisfies(report -> {
            assertThat(report.created() + report.unchanged()).isEqualTo(1_600);
            assertThat(report.refused()).isZero();
        });
    }

    @Test
    void aFailureWhilePreparingIsToldAsItIs() {
        server.publications().setAvailable(false);
        assertThatThrownBy(() -> run.of(GOOD)).isInstanceOf(StorageUnavailable.class);
    }

    private static String[] reports(int count) {
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            lines[i] = ImportRun.line(report("n-" + i, "Number " + i));
        }
        return lines;
    }

    /** The database goes away after so many transactions. */
    private final class FailsAfter implements Transactions {
        private int left;

        FailsAfter(int transactions) {
            left = transactions;
        }

        @Override
        public <T> T run(Supplier<T> work) {
            if (left-- == 0) {
                throw new StorageUnavailable(new IllegalStateException("as the test wishes"));
            }
            return server.publications().run(work);
        }

        @Override
        public <T> T attempt(Supplier<T> work) {
            return server.publications().attempt(work);
        }
    }
}
