package org.acervo.console.publications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.State;
import org.acervo.console.Fields;
import org.acervo.pages.Query;
import org.acervo.publishing.Reach;
import org.jspecify.annotations.Nullable;

/** The first page: the publications that somebody works on, by their state, those that have waited longest first. */
@Path("/")
@Controller
@RequestScoped
public class HomeResource {

    private static final String TEMPLATE = Holding.FOLDER + "home.ftlh";
    private static final int FEW = 25;
    private static final String REVISION = "revision-";

    private final Holding holding;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HomeResource() {
        this(null);
    }

    @Inject
    HomeResource(Holding holding) {
        this.holding = holding;
    }

    /** @param next the way to the following page, or null where this is the last */
    public record View(
            List<Filter> filters, List<Row> rows, @Nullable String next, boolean first) {}

    /** Publications of one kind. */
    public record Filter(String name, String link, boolean current) {}

    /**
     * A publication in the list.
     *
     * @param beside the state of the text that is worked on beside the public one, or null
     * @param reason why it was returned, or null
     */
    public record Row(
            String id,
            Said title,
            String state,
            String look,
            @Nullable String beside,
            String mission,
            String age,
            @Nullable String reason) {}

    @GET
    public Response show() {
        Words words = holding.words(TEMPLATE);
        Fields query = holding.desk().query();
        String shown = query.get("show");
        Listing.Page page = holding.publications().list(wanted(shown), after(query.get("after")), FEW);
        Long next = page.next();
        return holding.desk()
                .page(
                        TEMPLATE,
                        new View(
                                filters(shown, words),
                                page.publications().stream()
                                        .map(each -> row(each, words))
                                        .toList(),
                                next == null ? null : link(shown, next),
                                query.get("after").isEmpty()));
    }

    private Listing wanted(String shown) {
        boolean revision = shown.startsWith(REVISION);
        Optional<State> state = Arrays.stream(State.values())
                .filter(each -> each.code().equals(revision ? shown.substring(REVISION.length()) : shown))
                .findFirst();
        return new Listing(
                Reach.missions(holding.desk().caller()),
                revision ? null : state.orElse(null),
                revision ? state.orElse(null) : null,
                null,
                null,
                null);
    }

    private static long after(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static List<Filter> filters(String shown, Words words) {
        List<Filter> filters = new ArrayList<>();
        filters.add(new Filter(words.text("home.all"), "", shown.isEmpty()));
        for (State state : State.values()) {
            filters.add(new Filter(
                    words.text("state." + state.code()), link(state.code(), null), shown.equals(state.code())));
        }
        for (State state : List.of(State.SUBMITTED, State.RETURNED)) {
            String code = REVISION + state.code();
            filters.add(new Filter(words.text("home." + code), link(code, null), shown.equals(code)));
        }
        return filters;
    }

    private static String link(String shown, @Nullable Long after) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!shown.isEmpty()) {
            query.put("show", shown);
        }
        if (after != null) {
            query.put("after", after.toString());
        }
        return Query.ofSingle(query);
    }

    private Row row(Publication publication, Words words) {
        Publication.Revision revision = publication.revision();
        String mission = publication.metadata().value(Element.MISSION);
        return new Row(
                publication.id().toString(),
                words.title(publication.working()),
                words.state(publication.state()),
                Words.look(publication.state()),
                revision == null
                        ? null
                        : words.text("revision." + revision.state().code()),
                mission == null
                        ? ""
                        : words.said(org.acervo.catalog.Statement.of(Element.MISSION, mission))
                                .text(),
                words.age(publication.modified()),
                publication.workingState() == State.RETURNED ? reason(publication) : null);
    }

    private @Nullable String reason(Publication publication) {
        return holding.publications().history(publication.id()).stream()
                .filter(each -> each.action() == Event.Action.RETURNED)
                .reduce((first, second) -> second)
                .map(Event::reason)
                .orElse(null);
    }
}
