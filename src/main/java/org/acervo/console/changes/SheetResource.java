package org.acervo.console.changes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
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

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SheetResource() {
        this(null, null);
    }

    @Inject
    SheetResource(Desk desk, CsvChanges csv) {
        this.desk = desk;
        this.csv = csv;
    }

    /**
     * @param read whether a file was read
     * @param tried whether nothing was kept of it
     * @param problems why the file as a whole could not be read
     * @param rows those that were changed or refused, those that were refused first, at most so many
     */
    public record View(
            boolean read,
            boolean tried,
            String file,
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
        return desk.page(TEMPLATE, new View(false, true, "", "", "", "", List.of(), List.of()));
    }

    @POST
    public Response take() throws IOException {
        desk.caller().require(Right.DEPOSIT);
        boolean tried = !desk.form().get("do").equals("run");
        Optional<Upload.File> file = desk.upload().next();
        Report report = new Report();
        List<String> problems = new ArrayList<>();
        if (file.isEmpty()) {
            problems.add(desk.text(TEMPLATE, "sheet.none"));
        } else {
            try {
                csv.run(desk.caller(), file.get().content(), tried, report::add);
            } catch (Refused refused) {
                refused.findings().forEach(each -> problems.add(each.message(desk.language())));
            }
        }
        View view = new View(
                problems.isEmpty(),
                tried,
                file.map(Upload.File::name).orElse(""),
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
