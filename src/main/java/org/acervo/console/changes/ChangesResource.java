package org.acervo.console.changes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.publishing.Amendment;
import org.acervo.publishing.BulkChange;
import org.acervo.publishing.BulkChanging;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;

/** Changes of many publications: what to change, how it would look, how far it is, and the way back. */
@Path("changes")
@Controller
@RequestScoped
public class ChangesResource {

    private static final String BEGIN = "console/changes/begin.ftlh";
    private static final int REFUSED = 422;
    private static final int MOST_PICKED = 1_000;
    private static final int LISTED = 100;

    private final Desk desk;
    private final Searching searching;
    private final BulkChanging changing;
    private final ChangeViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ChangesResource() {
        this(null, null, null, null);
    }

    @Inject
    ChangesResource(Desk desk, Searching searching, BulkChanging changing, ChangeViews views) {
        this.desk = desk;
        this.searching = searching;
        this.changing = changing;
        this.views = views;
    }

    /** @param changes the newest first */
    public record View(List<ChangeView.Line> changes) {}

    @GET
    public Response list() {
        desk.caller().require(Right.DEPOSIT);
        return desk.page("console/changes/changes.ftlh", new View(views.lines(changing.list(desk.caller(), LISTED))));
    }

    @GET
    @Path("new")
    public Response begin() {
        desk.caller().require(Right.DEPOSIT);
        return begin(200, desk.query(), List.of());
    }

    private Response begin(int status, Fields asked, List<String> problems) {
        List<String> picked = picked(asked);
        long count = picked.isEmpty() ? searching.find(search(asked)).total() : picked.size();
        return desk.page(status, BEGIN, views.begin(asked.get("search"), picked, count, asked, problems));
    }

    /** Those that were ticked, where only they are meant. */
    private static List<String> picked(Fields asked) {
        return asked.get("what").equals("all")
                ? List.of()
                : asked.all("pick").stream()
                        .filter(each -> PublicationId.parse(each).isPresent())
                        .distinct()
                        .limit(MOST_PICKED)
                        .toList();
    }

    private Search search(Fields asked) {
        Fields parameters = Fields.parse(asked.get("search"));
        return Search.of(parameters.asMap(), desk.language(), Viewer.of(desk.caller()))
                .search()
                .from(null);
    }

    /** Writes the publications down; nothing is changed yet. */
    @POST
    public Response freeze() {
        desk.caller().require(Right.DEPOSIT);
        Fields form = desk.form();
        try {
            if (form.get("what").equals("picked") && picked(form).isEmpty()) {
                throw new Refused(Finding.of(Rule.REQUIRED, "/pick", null));
            }
            Amendment amendment = Wish.read(form);
            return desk.to("changes/" + freeze(form, amendment).id());
        } catch (Refused refused) {
            return begin(REFUSED, form, desk.messages(BEGIN, refused));
        } catch (IllegalStateException catchingUp) {
            return begin(503, form, List.of(desk.text(BEGIN, "catchingUp")));
        }
    }

    private BulkChange freeze(Fields form, Amendment amendment) {
        List<String> picked = picked(form);
        if (!picked.isEmpty()) {
            Iterator<PublicationId> ids = picked.stream()
                    .map(PublicationId::parse)
                    .flatMap(Optional::stream)
                    .iterator();
            return changing.freeze(desk.caller(), amendment, ids);
        }
        searching.refresh();
        try (Stream<PublicationId> all = searching.ids(search(form))) {
            return changing.freeze(desk.caller(), amendment, all.iterator());
        }
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    public Response show(@PathParam("id") long id) {
        desk.caller().require(Right.DEPOSIT);
        return show(200, id, List.of());
    }

    private Response show(int status, long id, List<String> problems) {
        return desk.page(status, ChangeViews.CHANGE, views.of(changing.find(desk.caller(), id), problems));
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    public Response step(@PathParam("id") long id) {
        changing.find(desk.caller(), id);
        try {
            switch (desk.form().get("do")) {
                case "start" -> changing.start(desk.caller(), desk.source(), id);
                case "undo" -> changing.undo(desk.caller(), desk.source(), id);
                default -> {
                    return show(REFUSED, id, List.of());
                }
            }
        } catch (Refused refused) {
            return show(409, id, desk.messages(BEGIN, refused));
        }
        return desk.to("changes/" + id, Map.of());
    }
}
