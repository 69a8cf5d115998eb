package org.acervo.console.search;

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
import java.util.Map;
import org.acervo.access.Right;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.search.SavedSearch;
import org.acervo.search.SavedSearches;
import org.acervo.search.Search;
import org.acervo.search.Viewer;

/** Searches that somebody keeps under a name: one's own, and those that curators share with everybody. */
@Path("search/saved")
@Controller
@RequestScoped
public class SavedResource {

    private static final String TEMPLATE = "console/search/saved.ftlh";
    private static final int REFUSED = 422;

    /** So many an account may have. */
    private static final int MOST = 200;

    private final Desk desk;
    private final SavedSearches searches;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SavedResource() {
        this(null, null);
    }

    @Inject
    SavedResource(Desk desk, SavedSearches searches) {
        this.desk = desk;
        this.searches = searches;
    }

    /**
     * The model of the page.
     *
     * @param problem why something was not done, or nothing
     */
    public record View(List<Line> lines, boolean shares, String problem) {}

    /**
     * A search.
     *
     * @param words of its query, as a person reads them
     * @param changes whether the reader may change it
     */
    public record Line(
            String id, String name, String link, String words, String owner, boolean shared, boolean changes) {}

    @GET
    public Response list() {
        return page(200, "");
    }

    private Response page(int status, String problem) {
        List<Line> lines = searches.of(desk.caller().name(), 2 * MOST).stream()
                .map(each -> new Line(
                        Long.toString(each.id()),
                        each.name(),
                        "search?" + each.query(),
                        words(each),
                        each.owner(),
                        each.shared(),
                        mayChange(each)))
                .toList();
        return desk.page(status, TEMPLATE, new View(lines, desk.caller().may(Right.CURATE), problem));
    }

    private static String words(SavedSearch search) {
        return String.join(
                " · ",
                Fields.parse(search.query()).asMap().entrySet().stream()
                        .map(each -> (each.getKey().equals("q") ? "" : each.getKey() + ": ")
                                + String.join(", ", each.getValue()))
                        .toList());
    }

    private boolean mayChange(SavedSearch search) {
        return search.owner().equals(desk.caller().name())
                || search.shared() && desk.caller().may(Right.ADMINISTER);
    }

    /** Keeps a search; what its query says that no search understands is left out. */
    @POST
    public Response keep() {
        String own = desk.caller().name();
        Search search = Search.of(
                        Fields.parse(desk.form().get("query")).asMap(), desk.language(), Viewer.of(desk.caller()))
                .search();
        String query = SearchPages.query(search);
        String name = name();
        if (name.isEmpty() || query.length() > SavedSearch.LONGEST_QUERY || searches.count(own) >= MOST) {
            return page(REFUSED, desk.text(TEMPLATE, name.isEmpty() ? "saved.nameless" : "saved.many", MOST));
        }
        searches.add(new SavedSearch(0, own, name, query, shared()));
        return desk.to("search" + (query.isEmpty() ? "?" : "?" + query + "&") + "done=saved");
    }

    /** Another name, shared or not any more, or away with it. */
    @POST
    @Path("{id: [0-9]{1,18}}")
    public Response change(@PathParam("id") String id) {
        SavedSearch search =
                searches.find(Long.parseLong(id)).filter(this::mayChange).orElseThrow(NotFoundException::new);
        if (desk.form().get("do").equals("delete")) {
            searches.remove(search.id());
            return desk.to("search/saved", Map.of("done", "deleted"));
        }
        if (name().isEmpty()) {
            return page(REFUSED, desk.text(TEMPLATE, "saved.nameless"));
        }
        searches.change(search.called(name(), shared()));
        return desk.to("search/saved", Map.of("done", "changed"));
    }

    private String name() {
        String name =
                desk.form().get("name").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return name.codePointCount(0, name.length()) <= SavedSearch.LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, SavedSearch.LONGEST));
    }

    private boolean shared() {
        return desk.form().has("shared") && desk.caller().may(Right.CURATE);
    }
}
