package org.acervo.console.changes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.console.Desk;
import org.acervo.console.Upload;
import org.acervo.publishing.CsvChanges;
import org.acervo.publishing.CsvChanges.Outcome;

/** Takes back the CSV that a search gave out: tried first, then carried out. */
@Path("sheet")
@Controller
@RequestScoped
public class SheetResource {

    private static final String TEMPLATE = "console/changes/sheet.ftlh";
    private static final int REFUSED = 422;
    private static final int SHOWN = 300;

    private final Desk desk;
    private final CsvChanges csv;
    private final KeptSheets sheets;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SheetResource() {
        this(null, null, null);
    }

    @Inject
    SheetResource(Desk desk, CsvChanges csv, KeptSheets sheets) {
        this.desk = desk;
        this.csv = csv;
        this.sheets = sheets;
    }

    /**
     * @param read whether a file was read
     * @param tried whether nothing was kept of it
     * @param problems why the file as a whole could not be read
     * @param kept names the file that was tried, to carry it out; nothing where it is not kept
     * @param rows those that were changed or refused, those that were refused first, at most so many
     */
    public record View(
            boolean read,
            boolean tried,
            String file,
            String kept,
            String changed,
            String unchanged,
            String refused,
            List<String> problems,
            List<Row> rows) {}

    /** @param places what was found, each at its column */
    public record Row(String line, String id, String outcome, List<Place> places) {}

    /** @param column its name, or nothing where the row as a whole is meant */
    public record Place(String column, String text, boolean warning) {}

    @GET
    public Response show() {
        desk.caller().require(Right.DEPOSIT);
        return desk.page(TEMPLATE, new View(false, true, "", "", "", "", "", List.of(), List.of()));
    }

    @POST
    public Response take() throws IOException {
        desk.caller().require(Right.DEPOSIT);
        boolean tried = !desk.form().get("do").equals("run");
        return desk.form().has("kept") ? kept(desk.form().get("kept"), tried) : sent(tried);
    }

    /** What the browser sends; tried, it is kept for carrying it out. */
    private Response sent(boolean tried) throws IOException {
        Optional<Upload.File> file = desk.upload().next();
        if (file.isEmpty()) {
            return answer(new Report(), tried, "", "", List.of(desk.text(TEMPLATE, "sheet.none")));
        }
        String account = desk.caller().name();
        String name = file.get().name();
        if (!tried) {
            sheets.remove(account);
            return read(file.get().content(), false, name, () -> "");
        }
        KeptSheets.Copying copy = sheets.copy(account, name, file.get().content());
        return read(copy, true, name, () -> copy.kept().orElse(""));
    }

    /** What was tried before. */
    private Response kept(String id, boolean tried) throws IOException {
        String account = desk.caller().name();
        Optional<KeptSheets.Kept> found = sheets.find(account, id);
        if (found.isEmpty()) {
            return answer(new Report(), tried, "", "", List.of(desk.text(TEMPLATE, "sheet.gone")));
        }
        try (InputStream in = Files.newInputStream(found.get().file())) {
            return read(in, tried, found.get().name(), () -> {
                if (!tried) {
                    sheets.remove(account);
                }
                return tried ? id : "";
            });
        } catch (NoSuchFileException gone) {
            return answer(new Report(), tried, "", "", List.of(desk.text(TEMPLATE, "sheet.gone")));
        }
    }

    /** What to do when all was read. */
    private interface Ending {
        String kept() throws IOException;
    }

    private Response read(InputStream in, boolean tried, String name, Ending ending) throws IOException {
        Report report = new Report();
        List<String> problems = new ArrayList<>();
        try {
            csv.run(desk.caller(), in, tried, report::add);
        } catch (Refused refused) {
            refused.findings().forEach(each -> problems.add(each.message(desk.language())));
        }
        String kept = ending.kept();
        if (!problems.isEmpty()) {
            sheets.remove(desk.caller().name());
        }
        return answer(report, tried, name, problems.isEmpty() ? kept : "", problems);
    }

    private Response answer(Report report, boolean tried, String name, String kept, List<String> problems) {
        View view = new View(
                problems.isEmpty(),
                tried,
                name,
                kept,
                desk.number(report.count(Outcome.CHANGED)),
                desk.number(report.count(Outcome.UNCHANGED)),
                desk.number(report.count(Outcome.REFUSED)),
                problems,
                report.rows());
        return desk.page(problems.isEmpty() ? 200 : REFUSED, TEMPLATE, view);
    }

    /** Counts all rows and keeps the first ones that are worth showing. */
    private final class Report {
        private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        private final List<Row> refused = new ArrayList<>();
        private final List<Row> changed = new ArrayList<>();

        void add(CsvChanges.Row row) {
            counts.merge(row.outcome(), 1L, Long::sum);
            List<Row> kept = row.outcome() == Outcome.REFUSED ? refused : changed;
            if (row.outcome() != Outcome.UNCHANGED && kept.size() < SHOWN) {
                kept.add(new Row(
                        Long.toString(row.number()),
                        row.id(),
                        desk.text(TEMPLATE, "outcome." + row.outcome().name().toLowerCase(java.util.Locale.ROOT)),
                        row.findings().stream().map(this::place).toList()));
            }
        }

        private Place place(Finding finding) {
            String[] parts = finding.pointer().split("/", -1);
            String member = parts.length > 1 ? parts[1] : "";
            String column = Element.ofMember(member)
                    .map(each -> desk.texts(TEMPLATE).getOrDefault("element." + each.member(), member))
                    .orElse(member);
            String text = finding.rule() == Rule.STALE_VERSION
                    ? desk.text(TEMPLATE, "sheet.stale", String.join("", finding.expected()))
                    : finding.message(desk.language());
            return new Place(column, text, !finding.isError());
        }

        long count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>(refused);
            rows.addAll(changed);
            return rows.subList(0, Math.min(rows.size(), SHOWN));
        }
    }
}
