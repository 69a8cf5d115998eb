package org.acervo.console.queues;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Right;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.curation.Claiming;

/** The work queues: lists, claims, and the way to what comes next. */
@Path("queues")
@Controller
@RequestScoped
public class QueuesResource {

    private static final String DONE = "done";

    private final Desk desk;
    private final Claiming claiming;
    private final QueueViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected QueuesResource() {
        this(null, null, null);
    }

    @Inject
    QueuesResource(Desk desk, Claiming claiming, QueueViews views) {
        this.desk = desk;
        this.claiming = claiming;
        this.views = views;
    }

    @GET
    public Response list() {
        desk.caller().require(Right.CURATE);
        return desk.page(QueueViews.TEMPLATE, views.of(query(desk.query()), List.of()));
    }

    private QueueQuery query(Fields fields) {
        return QueueQuery.of(fields, desk.caller().name());
    }

    /** The way to what comes after a publication, or, where nothing does, to the queue itself. */
    @GET
    @Path("next")
    public Response next() {
        desk.caller().require(Right.CURATE);
        Fields asked = desk.query();
        QueueQuery query = query(Fields.parse(asked.get("queue")));
        Optional<PublicationId> next = claiming.next(
                query.queue(), PublicationId.parse(asked.get("after")).orElse(null));
        Map<String, String> parameters = new LinkedHashMap<>();
        if (next.isEmpty()) {
            parameters.putAll(query.at(1).parameters());
            parameters.put(DONE, asked.has(DONE) ? asked.get(DONE) : "empty");
            return desk.to("queues", parameters);
        }
        parameters.put("queue", query.text());
        if (asked.has(DONE)) {
            parameters.put(DONE, "before-" + asked.get(DONE));
        }
        return desk.to("publications/" + next.get(), parameters);
    }

    /** Takes a publication or lets it go; then back to where that was asked for. */
    @POST
    @Path("claims")
    public Response claim() {
        Fields form = desk.form();
        QueueQuery query = query(Fields.parse(form.get("queue")));
        PublicationId id = PublicationId.parse(form.get("publication")).orElseThrow(NotFoundException::new);
        boolean releases = form.get("do").equals("release");
        try {
            if (releases) {
                claiming.release(desk.caller(), desk.source(), id);
            } else {
                claiming.claim(desk.caller(), id);
            }
        } catch (Refused refused) {
            desk.caller().require(Right.CURATE);
            List<String> problems = refused.findings().stream()
                    .map(each -> each.message(desk.language()))
                    .toList();
            return desk.page(409, QueueViews.TEMPLATE, views.of(query, problems));
        }
        String done = releases ? "release" : "claim";
        if (form.get("page").equals("publication")) {
            return desk.to("publications/" + id, Map.of("queue", query.text(), DONE, done));
        }
        Map<String, String> parameters = new LinkedHashMap<>(query.parameters());
        parameters.put(DONE, done);
        return desk.to("queues", parameters);
    }
}
