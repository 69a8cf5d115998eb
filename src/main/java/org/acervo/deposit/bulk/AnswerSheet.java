package org.acervo.deposit.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of a job as it was sent, with what became of each row: in the columns for that where it has them, else in new
 * ones behind its widest row. A workbook has lists to choose from again, in the language of its headings.
 */
final class AnswerSheet {

    private static final int AT_ONCE = 500;
    private static final Pattern WHOLE_ROW = Pattern.compile("[0-9]+");

    private final SheetFile file;
    private final Header header;
    private final BulkJob job;
    private final BulkJobs jobs;
    private final Vocabularies vocabularies;
    private final InterfaceLanguage language;
    private final Words words;
    private final Map<ColumnName, Integer> places = new LinkedHashMap<>();
    private final Deque<Outcome> ahead = new ArrayDeque<>();
    private final int width;
    private int last;
    private boolean headingsTold;

    /** @throws IOException where the sheet cannot be read */
    AnswerSheet(
            SheetFile file,
            Header header,
            BulkJob job,
            BulkJobs jobs,
            Vocabularies vocabularies,
            InterfaceLanguage language)
            throws IOException {
        this.vocabularies = vocabularies;
        this.file = file;
        this.header = header;
        this.job = job;
        this.jobs = jobs;
        this.language = language;
        this.words = Words.in(language);
        int end = Math.max(header.width(), widest(file));
        for (ColumnName name : List.of(ColumnName.STATUS, ColumnName.ID, ColumnName.FINDINGS)) {
            Integer place = header.place(name);
            places.put(name, place == null ? end++ : place);
        }
        width = end;
    }

    /** So that nothing is written over what stands beside the table. */
    private static int widest(SheetFile file) throws IOException {
        int widest = 0;
        try (Sheet sheet = file.open()) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                widest = Math.max(widest, row.cells().size());
            }
        }
        return widest;
    }

    void write(OutputStream out) throws IOException {
        InterfaceLanguage ofSheet = ColumnNames.language(header.headings(), language);
        try (Sheet sheet = file.open();
                SheetWriter writer = SheetWriter.like(file, out, header, width, vocabularies, ofSheet)) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                writer.row(row.number(), cells(row));
            }
        }
    }

    /** What is said of headings stands in the first row below them: the headings are needed as they are. */
    private List<SheetFinding> ofHeadings() {
        boolean isFirst = !headingsTold;
        headingsTold = true;
        return isFirst ? header.findings() : List.of();
    }

    private List<Cell> cells(SheetRow row) {
        List<Cell> cells = new ArrayList<>(row.cells());
        if (row.number() == header.row()) {
            places.forEach((name, place) -> {
                if (header.place(name) == null) {
                    put(cells, place, ColumnNames.label(name, language));
                }
            });
        } else if (row.number() > header.row() && !row.isRemark()) {
            answer(cells, outcome(row.number()));
        }
        return cells;
    }

    private void answer(List<Cell> cells, @Nullable Outcome outcome) {
        places.forEach((name, place) -> {
            if (name.equals(ColumnName.STATUS)) {
                put(cells, place, outcome == null ? "" : status(outcome));
            } else if (name.equals(ColumnName.FINDINGS)) {
                put(cells, place, findings(outcome));
            } else {
                PublicationId id = outcome == null ? null : outcome.publication();
                if (id != null) {
                    put(cells, place, id.toString());
                }
            }
        });
    }

    private String status(Outcome outcome) {
        String prefix = job.wish().dryRun() ? "dry." : "result.";
        State state = outcome.state();
        String result = words.text(prefix + outcome.result().code());
        return state == null || outcome.result() == Outcome.Result.WITHDRAWN
                ? result
                : result + " (" + words.text("state." + state.code()) + ")";
    }

    /** Errors first, each finding with what it means for the row. */
    private String findings(@Nullable Outcome outcome) {
        List<SheetFinding> ofRow = outcome == null ? List.of() : outcome.findings();
        boolean refused = outcome != null && outcome.result() == Outcome.Result.REFUSED;
        return Stream.concat(ofRow.stream(), ofHeadings().stream())
                .sorted(Comparator.comparing(SheetFinding::isError).reversed())
                .map(each -> "[" + weight(each, refused) + "] " + place(each) + ": "
                        + each.finding().message(language))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** An error in a row that was not refused keeps its draft from being published. */
    private String weight(SheetFinding found, boolean refused) {
        return words.text(!found.isError() ? "finding.warning" : refused ? "finding.error" : "finding.later");
    }

    /** The cell; of what has no column in the sheet the row, and what the column would be called. */
    private String place(SheetFinding found) {
        String[] pointer = found.finding().pointer().split("/");
        if (pointer.length < 2 || !WHOLE_ROW.matcher(found.cell()).matches()) {
            return found.cell();
        }
        return ColumnName.ALL.stream()
                .filter(each -> each.code().equals(pointer[1]))
                .findFirst()
                .map(each -> found.cell() + " (" + ColumnNames.label(each, language) + ")")
                .orElse(found.cell());
    }

    private static void put(List<Cell> cells, int place, String text) {
        while (cells.size() <= place) {
            cells.add(Cell.EMPTY);
        }
        cells.set(place, Cell.text(text));
    }

    /** What became of a row; rows are asked for in order. */
    private @Nullable Outcome outcome(int row) {
        while (true) {
            while (!ahead.isEmpty() && ahead.element().row() < row) {
                ahead.remove();
            }
            if (!ahead.isEmpty()) {
                return ahead.element().row() == row ? ahead.remove() : null;
            }
            List<Outcome> more = last == Integer.MAX_VALUE ? List.of() : jobs.outcomes(job.id(), last, AT_ONCE);
            if (more.isEmpty()) {
                last = Integer.MAX_VALUE;
                return null;
            }
            ahead.addAll(more);
            last = more.get(more.size() - 1).row();
        }
    }
}
