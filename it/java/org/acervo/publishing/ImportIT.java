package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.relating;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.acervo.catalog.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Imports on a real database, two at a time. */
class ImportIT {

    private final TwoNodes nodes = new TwoNodes();

    @AfterEach
    void end() {
        nodes.close();
    }

    @Test
    void theSameFileTwiceAtTheSameTimeIsImportedOnce() throws Exception {
        String[] lines = lines(700, "Number ");
        List<ImportReport> reports = new CopyOnWriteArrayList<>();
        List<String> refused = new CopyOnWriteArrayList<>();
        nodes.together(
                () -> run(nodes.left(), lines, reports, refused), () -> run(nodes.right(), lines, reports, refused));

        assertThat(refused).isEmpty();
        assertThat(reports.get(0).plus(reports.get(1))).isEqualTo(new ImportReport(1_400, 700, 0, 700, 0));
        assertThat(nodes.first().publications().counts()).containsEntry(State.PUBLISHED, 700L);
        assertThat(nodes.left().rerendering().all(looked -> {})).isEqualTo(new Rerendering.Report(700, 0));
    }

    @Test
    void whatWasImportedIsKnownAgainAndUpdated() {
        ImportRun run = new ImportRun(nodes.left());
        String[] lines = lines(600, "Number ");
        assertThat(run.of(lines)).isEqualTo(new ImportReport(600, 600, 0, 0, 0));
        assertThat(run.of(lines)).isEqualTo(new ImportReport(600, 0, 0, 600, 0));
        lines[599] = ImportRun.line(report("n-599", "Changed"));
        assertThat(run.of(lines)).isEqualTo(new ImportReport(600, 0, 1, 599, 0));
        assertThat(nodes.left().rerendering().all(looked -> {})).isEqualTo(new Rerendering.Report(600, 0));
    }

    private static void run(TestLibrary library, String[] lines, List<ImportReport> reports, List<String> refused) {
        ImportRun run = new ImportRun(library);
        reports.add(run.of(lines));
        refused.addAll(run.refused());
    }

    /** Every tenth relates to one that comes later. */
    private static String[] lines(int count, String title) {
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            var text = report("n-" + i, title + i);
            lines[i] = ImportRun.line(i % 10 > 0 || i == 0 ? text : relating(text, "references", "n-" + (i + 295)));
        }
        return lines;
    }
}
