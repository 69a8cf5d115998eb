package org.acervo.console.vocabularies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.acervo.access.Right;
import org.acervo.authority.SeriesNames;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Series;
import org.acervo.console.Desk;
import org.acervo.console.vocabularies.TermView.Tab;
import org.acervo.pages.Query;

/** The series that publications name: how many publications each has, and another name for it. */
@Path("vocabularies/series")
@Controller
@RequestScoped
public class SeriesResource {

    private static final String LIST = "console/vocabularies/all-series.ftlh";
    private static final String ONE = "console/vocabularies/series.ftlh";
    private static final int PAGE = 50;
    private static final int REFUSED = 422;
    private static final int UNAVAILABLE = 503;

    private final Desk desk;
    private final SeriesNames series;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SeriesResource() {
        this(null, null);
    }

    @Inject
    SeriesResource(Desk desk, SeriesNames series) {
        this.desk = desk;
        this.series = series;
    }

    /** @param q what names must have in them */
    public record View(List<Tab> tabs, String q, List<Row> rows, String total, String previous, String next) {}

    /** @param search the address of the search that finds its publications */
    public record Row(String slug, String name, String published, String search) {}

    /**
     * @param spellings how its publications write it, each with how many
     * @param others names of other series
     */
    public record One(
            List<Tab> tabs,
            String slug,
            String title,
            List<String> spellings,
            List<String> others,
            String name,
            List<String> problems) {}

    @GET
    public Response list() {
        desk.caller().require(Right.CURATE);
        String q = desk.query().get("q").strip();
        String sought = q.toLowerCase(Locale.ROOT);
        List<Series> all = series.all().stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        String given = desk.query().get("page");
        int last = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int page = given.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(given), last) : 1;
        List<Row> rows = all.subList((page - 1) * PAGE, Math.min(all.size(), page * PAGE)).stream()
                .map(each -> new Row(
                        each.slug(),
                        each.name(),
                        desk.number(each.publications()),
                        "search" + Query.of(series.search(each).parameters())))
                .toList();
        View view = new View(
                TermViews.tabs(desk, TermViews.SERIES),
                q,
                rows,
                desk.number(all.size()),
                page > 1 ? link(q, page - 1) : "",
                page < last ? link(q, page + 1) : "");
        return desk.page(LIST, view);
    }

    private static String link(String q, int page) {
        return "vocabularies/series" + Query.ofSingle(new TreeMap<>(Map.of("q", q, "page", Integer.toString(page))));
    }

    @GET
    @Path("{slug: .{1,250}}")
    public Response show(@PathParam("slug") String slug) {
        desk.caller().require(Right.CURATE);
        Series found = find(slug);
        return show(200, found, found.name(), List.of());
    }

    private Series find(String slug) {
        return series.find(slug).orElseThrow(NotFoundException::new);
    }

    private Response show(int status, Series found, String name, List<String> problems) {
        Map<String, Long> spellings;
        try {
            spellings = series.spellings(found);
        } catch (IllegalStateException catchingUp) {
            spellings = Map.of(found.name(), found.publications());
        }
        List<String> lines = spellings.entrySet().stream()
                .map(each -> each.getKey() + " (" + desk.number(each.getValue()) + ")")
                .toList();
        List<String> others = series.all().stream()
                .map(Series::name)
                .filter(each -> !each.equals(found.name()))
                .toList();
        return desk.page(
                status,
                ONE,
                new One(
                        TermViews.tabs(desk, TermViews.SERIES),
                        found.slug(),
                        found.name(),
                        lines,
                        others,
                        name,
                        problems));
    }

    /** Writes the change down; its page shows what it would do, and it is begun there. */
    @POST
    @Path("{slug: .{1,250}}")
    public Response rename(@PathParam("slug") String slug) {
        desk.caller().require(Right.CURATE);
        Series found = find(slug);
        String name = desk.form().get("name");
        try {
            return desk.to(
                    "changes/" + series.rename(desk.caller(), found, name).id());
        } catch (Refused refused) {
            List<String> problems = refused.findings().stream()
                    .map(each -> each.message(desk.language()))
                    .toList();
            return show(REFUSED, found, name, problems);
        } catch (IllegalStateException catchingUp) {
            return show(UNAVAILABLE, found, name, List.of(desk.text(ONE, "catchingUp")));
        }
    }
}
