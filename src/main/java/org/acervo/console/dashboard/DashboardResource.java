package org.acervo.console.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.access.Right;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.console.Desk;
import org.acervo.console.dashboard.DashboardPage.Bar;
import org.acervo.console.dashboard.DashboardPage.Chart;
import org.acervo.console.dashboard.DashboardPage.Choice;
import org.acervo.console.dashboard.DashboardPage.Column;
import org.acervo.console.dashboard.DashboardPage.Figure;
import org.acervo.console.dashboard.DashboardPage.Harvester;
import org.acervo.console.dashboard.DashboardPage.Waiting;
import org.acervo.curation.Queue;
import org.acervo.curation.Queues;
import org.acervo.oai.Harvest;
import org.acervo.oai.HarvestLog;
import org.acervo.pages.Query;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** How much there is, what waits, what comes in, and who collects it; all of it or of one mission. */
@Path("dashboard")
@Controller
@RequestScoped
public class DashboardResource {

    private static final String TEMPLATE = "console/dashboard/dashboard.ftlh";
    private static final int MONTHS = 24;
    private static final int COLUMN = 24;
    private static final int TALLEST = 100;
    private static final int MOST_BARS = 8;
    private static final int HARVESTS = 500;
    private static final int MOST_HARVESTERS = 8;

    private final Desk desk;
    private final Searching searching;
    private final Publications publications;
    private final Queues queues;
    private final HarvestLog harvests;
    private final Vocabularies vocabularies;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DashboardResource() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    DashboardResource(
            Desk desk,
            Searching searching,
            Publications publications,
            Queues queues,
            HarvestLog harvests,
            Vocabularies vocabularies,
            Clock clock) {
        this.desk = desk;
        this.searching = searching;
        this.publications = publications;
        this.queues = queues;
        this.harvests = harvests;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    @GET
    public Response show() {
        desk.caller().require(Right.CURATE);
        String mission = vocabularies
                .missions()
                .find(desk.query().get("mission"))
                .map(Mission::code)
                .orElse(null);
        Search all = within(mission, Search.all(desk.language(), Viewer.STAFF).sized(1));
        Found counted = searching.find(all);
        Found published = searching.find(all.with(Facet.STATE, List.of(State.PUBLISHED.code())));
        YearMonth last = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        SortedMap<YearMonth, Long> made = publications.made(mission, last.minusMonths(MONTHS - 1));
        long tallest = made.values().stream().max(Comparator.naturalOrder()).orElse(0L);
        return desk.page(
                TEMPLATE,
                new DashboardPage(
                        vocabularies.missions().all().stream()
                                .map(each -> new Choice(
                                        each.code(), label(each), each.code().equals(mission)))
                                .toList(),
                        counted.catchingUp(),
                        figures(counted, all),
                        waiting(mission),
                        desk.number(tallest),
                        columns(made, last, Math.max(1, tallest)),
                        charts(published, mission),
                        harvesters()));
    }

    private static Search within(@Nullable String mission, Search search) {
        return mission == null ? search : search.with(Facet.MISSION, List.of(mission));
    }

    private String label(Term term) {
        return term.labels().in(desk.language());
    }

    private static String link(Search search) {
        return "search" + Query.of(search.sized(Search.PAGE).parameters());
    }

    private List<Figure> figures(Found found, Search all) {
        Map<String, Integer> counts = found.facets().getOrDefault(Facet.STATE, List.of()).stream()
                .collect(Collectors.toMap(Found.Count::value, Found.Count::count));
        return Stream.of(State.values())
                .map(State::code)
                .map(each -> new Figure(
                        desk.text(TEMPLATE, "state." + each),
                        desk.number(counts.getOrDefault(each, 0)),
                        link(all.with(Facet.STATE, List.of(each)))))
                .toList();
    }

    private List<Waiting> waiting(@Nullable String mission) {
        return Stream.of(Queue.Kind.SUBMITTED, Queue.Kind.REVISIONS, Queue.Kind.RETURNED)
                .map(kind -> waiting(
                        new Queue(kind, desk.caller().name(), mission, null, null, Queue.Order.OLDEST), mission))
                .toList();
    }

    private Waiting waiting(Queue queue, @Nullable String mission) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("show", queue.kind().code());
        if (mission != null) {
            query.put("mission", mission);
        }
        String days = queues.list(queue, 0, 1).stream()
                .flatMap(first -> publications.find(first.publication()).stream())
                .map(first ->
                        Duration.between(first.modified(), clock.instant()).toDays())
                .map(desk::number)
                .findFirst()
                .orElse("");
        return new Waiting(
                queue.kind().code(), desk.number(queues.count(queue)), days, "queues" + Query.ofSingle(query));
    }

    private List<Column> columns(SortedMap<YearMonth, Long> made, YearMonth last, long tallest) {
        DateTimeFormatter month = new DateTimeFormatterBuilder()
                .appendPattern("LLLL uuuu")
                .toFormatter(desk.language().locale());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth each = last.minusMonths(MONTHS - 1L - i);
            long count = made.getOrDefault(each, 0L);
            columns.add(new Column(month.format(each), desk.number(count), i * COLUMN, (int)
                    Math.ceil((double) count * TALLEST / tallest)));
        }
        return columns;
    }

    private List<Chart> charts(Found found, @Nullable String mission) {
        List<Chart> charts = new ArrayList<>();
        for (Facet facet : mission == null
                ? List.of(Facet.MISSION, Facet.THEME, Facet.TYPE, Facet.LANGUAGE)
                : List.of(Facet.THEME, Facet.TYPE, Facet.LANGUAGE, Facet.COUNTRY)) {
            charts.add(chart(facet, found.facets().getOrDefault(facet, List.of()), mission));
        }
        return charts;
    }

    private Chart chart(Facet facet, List<Found.Count> counts, @Nullable String mission) {
        int longest = counts.stream().mapToInt(Found.Count::count).max().orElse(1);
        Search published = within(mission, Search.all(desk.language(), Viewer.STAFF))
                .with(Facet.STATE, List.of(State.PUBLISHED.code()));
        return new Chart(
                desk.text(TEMPLATE, "by." + facet.parameter()),
                counts.stream()
                        .limit(MOST_BARS)
                        .map(each -> new Bar(
                                name(facet, each.value()),
                                desk.number(each.count()),
                                Math.max(1, each.count() * TALLEST / Math.max(1, longest)),
                                link(published.with(facet, List.of(each.value())))))
                        .toList());
    }

    private String name(Facet facet, String code) {
        return switch (facet) {
            case MISSION -> vocabularies.missions().find(code).map(this::label).orElse(code);
            case THEME -> vocabularies.themes().find(code).map(this::label).orElse(code);
            case TYPE -> vocabularies.types().find(code).map(this::label).orElse(code);
            case LANGUAGE -> vocabularies.languages().label(code, desk.language());
            case COUNTRY -> vocabularies.places().label(code, desk.language());
            default -> code;
        };
    }

    /** Of the harvests that were seen last: by what the harvesters call themselves. */
    private List<Harvester> harvesters() {
        Map<String, List<Harvest>> byAgent = harvests.latest(HARVESTS).stream()
                .collect(Collectors.groupingBy(
                        each -> each.agent().isEmpty() ? each.address() : each.agent(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byAgent.entrySet().stream()
                .limit(MOST_HARVESTERS)
                .map(each -> new Harvester(
                        each.getKey(),
                        desk.number(each.getValue().size()),
                        desk.number(each.getValue().stream()
                                .mapToLong(Harvest::records)
                                .sum()),
                        desk.number(each.getValue().stream()
                                .mapToLong(Harvest::errors)
                                .sum()),
                        desk.moment(each.getValue().get(0).seen())))
                .toList();
    }
}
