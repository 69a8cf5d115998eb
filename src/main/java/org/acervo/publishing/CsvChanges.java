package org.acervo.publishing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.Transactions;
import org.acervo.format.PublicationCsv;
import org.acervo.format.PublicationJson;
import org.jspecify.annotations.Nullable;

/**
 * Takes back the comma-separated values that {@link Export} wrote: each row changes the publication that it names, in a
 * transaction of its own and with the rights of who brings it, unless somebody has changed that in the meantime. Only one
 * row at a time is held. Thread-safe.
 */
public class CsvChanges {

    private static final int LONGEST_CELL = 4 << 20;
    private static final int HEAD = 1 << 16;

    private final Publications publications;
    private final Publishing publishing;
    private final Transactions transactions;

    CsvChanges(Publications publications, Publishing publishing, Transactions transactions) {
        this.publications = publications;
        this.publishing = publishing;
        this.transactions = transactions;
    }

    /** What became of a row, or in a dry run would. */
    public enum Outcome {
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * A row that was read.
     *
     * @param number of the row in the file, that of the headings being 1
     * @param id as it stands in the row
     * @param findings why it was refused, or warnings; pointers lead into the publication
     */
    public record Row(long number, String id, Outcome outcome, List<Finding> findings) {}

    /**
     * Carries out the rows one after the other.
     *
     * @param dryRun whether nothing is kept of it
     * @throws Refused where the file as a whole cannot be read, or names columns that there are not, or not the needed ones;
     *     rows before a place that cannot be read are done then
     * @throws IOException where the stream breaks off
     */
    public void run(Caller caller, InputStream file, boolean dryRun, Consumer<Row> report) throws IOException {
        caller.require(Right.DEPOSIT);
        try (BufferedReader text =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()), HEAD);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_CELL)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> rows = csv.iterator()) {
            read(caller, rows, dryRun, report);
        } catch (CsvParseException | CharacterCodingException malformed) {
            throw notASheet(String.valueOf(malformed.getMessage()));
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw notASheet("UTF-8");
            }
            throw broken.getCause();
        }
    }

    private void read(Caller caller, Iterator<CsvRecord> rows, boolean dryRun, Consumer<Row> report) {
        if (!rows.hasNext()) {
            throw notASheet("");
        }
        List<String> columns = columns(rows.next().getFields());
        Set<String> seen = new HashSet<>();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < Math.min(columns.size(), row.getFieldCount()); i++) {
                cells.put(columns.get(i), row.getField(i));
            }
            report.accept(row(caller, row.getStartingLineNumber(), cells, dryRun, seen));
        }
    }

    private static Refused notASheet(String place) {
        return new Refused(Finding.of(Rule.NOT_A_SHEET, "", null, place.isEmpty() ? List.of() : List.of(place)));
    }

    /** What the first line uses between headings; a mark of byte order before it is passed over. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(HEAD);
        int c;
        char found = ',';
        for (int i = 0; i < HEAD - 1 && (c = text.read()) >= 0 && c != '\n'; i++) {
            if (c == ',' || c == ';' || c == '\t') {
                found = (char) c;
                break;
            }
        }
        text.reset();
        return found;
    }

    private static List<String> columns(List<String> headings) {
        List<String> columns = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String heading : headings) {
            String column = PublicationCsv.column(heading).orElse("");
            if (column.isEmpty()) {
                findings.add(new Finding(
                        Finding.Severity.ERROR, Rule.UNKNOWN_COLUMN, "", heading, PublicationCsv.COLUMNS, Map.of()));
            } else if (columns.contains(column)) {
                findings.add(Finding.of(Rule.REPEATED_COLUMN, "", heading));
            }
            columns.add(column);
        }
        for (String needed : List.of(PublicationCsv.ID, PublicationCsv.VERSION)) {
            if (!columns.contains(needed)) {
                findings.add(Finding.of(Rule.REQUIRED, "/" + needed, null));
            }
        }
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
        return columns;
    }

    private Row row(Caller caller, long number, Map<String, String> cells, boolean dryRun, Set<String> seen) {
        String id = cells.getOrDefault(PublicationCsv.ID, "").strip();
        try {
            if (!seen.add(id)) {
                throw new Refused(Finding.of(Rule.REPEATED_ROW, "/id", id));
            }
            Publication before = find(caller, id);
            Done done = dryRun
                    ? transactions.attempt(() -> change(caller, before, cells))
                    : transactions.run(() -> change(caller, before, cells));
            return new Row(number, id, done.changed() ? Outcome.CHANGED : Outcome.UNCHANGED, done.findings());
        } catch (StaleVersion stale) {
            Finding finding = Finding.of(
                    Rule.STALE_VERSION,
                    "/version",
                    cells.get(PublicationCsv.VERSION),
                    Integer.toString(stale.current()));
            return new Row(number, id, Outcome.REFUSED, List.of(finding));
        } catch (Refused refused) {
            return new Row(number, id, Outcome.REFUSED, refused.findings());
        }
    }

    /** Whom nobody told of it learns nothing. */
    private Publication find(Caller caller, String id) {
        return PublicationId.parse(id)
                .flatMap(publications::find)
                .filter(each -> caller.reaches(each.metadata().value(Element.MISSION)))
                .orElseThrow(() -> new Refused(Finding.of(Rule.UNKNOWN_RECORD, "/id", id)));
    }

    private record Done(boolean changed, List<Finding> findings) {}

    private Done change(Caller caller, Publication before, Map<String, String> cells) {
        PublicationJson.Reading read = PublicationCsv.read(cells, before.working());
        if (read.hasErrors()) {
            throw new Refused(read.findings());
        }
        if (read.metadata().equals(before.working())) {
            return new Done(false, List.of());
        }
        DublinCore text = read.metadata();
        String mission = before.metadata().value(Element.MISSION);
        requireReach(caller, text.value(Element.MISSION));
        int version = version(cells.get(PublicationCsv.VERSION));
        Publishing.Saved saved = publishing.save(caller.actorFor(mission), before.id(), version, text);
        return new Done(saved.publication().version() != before.version(), saved.findings());
    }

    private static void requireReach(Caller caller, @Nullable String mission) {
        if (!caller.reaches(mission)) {
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, Element.MISSION.pointer(), mission));
        }
    }

    private static int version(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refused(Finding.of(Rule.REQUIRED, "/version", given));
        }
        return Integer.parseInt(text);
    }
}
