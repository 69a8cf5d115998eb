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
import java.util.Set;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.State;
import org.acervo.console.Fields;
import org.acervo.pages.Query;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Term;
import org.jspecify.annotations.Nullable;

/**
 * The first page: for who deposits, what waits for them; and the publications that somebody works on by state, those that have
 * waited longest first.
 */
@Path("/")
@Controller
@RequestScoped
public class HomeResource {

    private static final String TEMPLATE = Holding.FOLDER + "home.ftlh";
    private static final int FEW = 25;
    private static final String REVISION = "revision-";
    private static final String ALL = "all";

    private final Holding holding;
    private final Overviews overviews;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HomeResource() {
        this(null, null);
    }

    @Inject
    HomeResource(Holding holding, Overviews overviews) {
        this.holding = holding;
        this.overviews = overviews;
    }

    /**
     * The model of the page.
     *
     * @param overview instead of the list, or null
     * @param show the state that is listed; empty for all
     * @param missions to choose from; none where there is only one
     * @param types to choose from
     * @param next the way to the following page, or null where this is the last
     */
    public record View(
            @Nullable Overview overview,
            List<Filter> filters,
            String show,
            List<Choice> missions,
            List<Choice> types,
            List<Row> rows,
            @Nullable String next,
            boolean first) {}

    /** Publications of one kind, and how many there are; nothing where that is not counted. */
    public record Filter(String name, String link, boolean current, String count) {}

    /** Something to choose. */
    public record Choice(String code, String name, boolean chosen) {}

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
        List<Filter> filters = filters(query, words);
        if (isDepositor() && shown.isEmpty()) {
            View view = new View(overviews.of(words), filters, "", List.of(), List.of(), List.of(), null, true);
            return holding.desk().page(TEMPLATE, view);
        }
        Listing.Page page = holding.publications().list(wanted(query), after(query.get("after")), FEW);
        Long next = page.next();
        return holding.desk()
                .page(
                        TEMPLATE,
                        new View(
                                null,
                                filters,
                                shown,
                                missions(query.get("mission"), words),
                                choices(holding.vocabularies().types().all(), query.get("type"), words),
                                page.publications().stream()
                                        .map(each -> row(each, words))
                                        .toList(),
                                next == null ? null : link(query, shown, next),
                                query.get("after").isEmpty()));
    }

    private boolean isDepositor() {
        return holding.desk().caller().mission() != null;
    }

    private List<Choice> missions(String chosen, Words words) {
        List<Mission> all = holding.vocabularies().missions().all().stream()
                .filter(each -> holding.desk().caller().reaches(each.code()))
                .toList();
        return all.size() < 2 ? List.of() : choices(all, chosen, words);
    }

    private static List<Choice> choices(List<? extends Term> terms, String chosen, Words words) {
        return terms.stream()
                .map(each -> new Choice(
                        each.code(),
                        each.labels().in(words.language()),
                        each.code().equals(chosen)))
                .toList();
    }

    private Listing wanted(Fields query) {
        String shown = query.get("show");
        boolean revision = shown.startsWith(REVISION);
        Optional<State> state = Arrays.stream(State.values())
                .filter(each -> each.code().equals(revision ? shown.substring(REVISION.length()) : shown))
                .findFirst();
        String mission = query.get("mission");
        boolean one = !mission.isEmpty() && holding.desk().caller().reaches(mission);
        return new Listing(
                one ? Set.of(mission) : Reach.missions(holding.desk().caller()),
                revision ? null : state.orElse(null),
                revision ? state.orElse(null) : null,
                query.get("type").isEmpty() ? null : query.get("type"),
                null,
                null);
    }

    private static long after(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private List<Filter> filters(Fields query, Words words) {
        String shown = query.get("show");
        Map<String, Integer> counts = overviews.counts();
        List<Filter> filters = new ArrayList<>();
        if (isDepositor()) {
            filters.add(new Filter(words.text("over"), "", shown.isEmpty(), ""));
        }
        String all = isDepositor() ? ALL : "";
        filters.add(new Filter(words.text("home.all"), link(query, all, null), shown.equals(all), ""));
        for (State state : State.values()) {
            filters.add(filter(state.code(), words.text("state." + state.code()), query, counts));
        }
        for (State state : List.of(State.SUBMITTED, State.RETURNED)) {
            String code = REVISION + state.code();
            filters.add(filter(code, words.text("home." + code), query, counts));
        }
        return filters;
    }

    private Filter filter(String code, String name, Fields query, Map<String, Integer> counts) {
        int count = counts.getOrDefault(code, 0);
        return new Filter(
                name,
                link(query, code, null),
                query.get("show").equals(code),
                count == 0 ? "" : holding.desk().number(count));
    }

    /** What was chosen beside the state stays. */
    private static String link(Fields query, String shown, @Nullable Long after) {
        Map<String, String> link = new LinkedHashMap<>();
        if (!shown.isEmpty()) {
            link.put("show", shown);
        }
        for (String name : List.of("mission", "type")) {
            if (!query.get(name).isEmpty()) {
                link.put(name, query.get(name));
            }
        }
        if (after != null) {
            link.put("after", after.toString());
        }
        return Query.ofSingle(link);
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
