package org.acervo.console.collections;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acervo.access.Right;
import org.acervo.catalog.Collection;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.curation.Collecting;
import org.acervo.curation.CollectionOrdering;
import org.acervo.search.Hit;
import org.acervo.search.Run;

/** The order of the publications of a collection: up, down, or to a place. */
@Path("collections/{code: [a-z0-9-]{1,100}}/order")
@Controller
@RequestScoped
public class CollectionOrderResource {

    private static final String TEMPLATE = "console/collections/order.ftlh";
    private static final int PAGE = 50;
    private static final int CONFLICT = 409;

    private final Desk desk;
    private final Collecting collecting;
    private final CollectionOrdering ordering;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CollectionOrderResource() {
        this(null, null, null);
    }

    @Inject
    CollectionOrderResource(Desk desk, Collecting collecting, CollectionOrdering ordering) {
        this.desk = desk;
        this.collecting = collecting;
        this.ordering = ordering;
    }

    /**
     * The model of the page.
     *
     * @param placed whether staff have given any publication a place
     * @param cut whether there may be more than the first ones
     * @param previous the number of the page before, or nothing
     * @param next the number of the next page, or nothing
     */
    public record View(
            String code,
            String title,
            List<Row> rows,
            int page,
            boolean placed,
            boolean cut,
            String most,
            String previous,
            String next,
            List<String> problems) {}

    /**
     * A publication.
     *
     * @param fixed whether staff have given it its place
     */
    public record Row(
            String id,
            int place,
            String title,
            String lang,
            String date,
            boolean published,
            boolean fixed,
            boolean first,
            boolean last) {}

    @GET
    public Response show(@PathParam("code") String code) {
        desk.caller().require(Right.CURATE);
        return show(200, find(code), List.of());
    }

    private Collection find(String code) {
        return collecting.find(code).orElseThrow(NotFoundException::new);
    }

    private Response show(int status, Collection collection, List<String> problems) {
        List<Hit> hits = ordering.first(collection.code(), desk.language());
        int placed = ordering.placed(collection.code());
        int last = Math.max(1, (hits.size() + PAGE - 1) / PAGE);
        int page = Math.min(last, page(desk.query().has("page") ? desk.query() : desk.form()));
        List<Row> rows = new ArrayList<>();
        for (int i = (page - 1) * PAGE; i < Math.min(hits.size(), page * PAGE); i++) {
            rows.add(row(hits.get(i), i, placed, hits.size()));
        }
        return desk.page(
                status,
                TEMPLATE,
                new View(
                        collection.code(),
                        collection.labels().in(desk.language()),
                        rows,
                        page,
                        placed > 0,
                        hits.size() >= CollectionOrdering.MOST,
                        desk.number(CollectionOrdering.MOST),
                        page > 1 ? Integer.toString(page - 1) : "",
                        page < last ? Integer.toString(page + 1) : "",
                        problems));
    }

    private static int page(Fields fields) {
        String given = fields.get("page");
        return given.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(given) : 1;
    }

    private static Row row(Hit hit, int index, int placed, int all) {
        String date = hit.date();
        String lang = hit.titleLang();
        return new Row(
                hit.id().toString(),
                index + 1,
                hit.title().stream().map(Run::text).collect(Collectors.joining()),
                lang == null ? "" : lang,
                date == null || date.equals("unknown") ? "" : date,
                hit.state() == org.acervo.catalog.State.PUBLISHED,
                index < placed,
                index == 0,
                index == all - 1);
    }

    @POST
    public Response move(@PathParam("code") String code) {
        desk.caller().require(Right.CURATE);
        Collection collection = find(code);
        Fields form = desk.form();
        if (form.get("do").equals("clear")) {
            ordering.clear(desk.caller(), desk.source(), code);
            return desk.to("collections/" + code + "/order", Map.of("done", "cleared"));
        }
        try {
            PublicationId id = PublicationId.parse(form.get("publication")).orElseThrow(NotFoundException::new);
            ordering.move(desk.caller(), desk.source(), code, id, place(form));
        } catch (Refused refused) {
            return show(CONFLICT, collection, List.of(desk.text(TEMPLATE, "order.gone")));
        }
        return desk.to(
                "collections/" + code + "/order",
                new java.util.TreeMap<>(Map.of("done", "moved", "page", Integer.toString(page(form)))));
    }

    /** Where it is to go: a button names the place, or else what was typed. */
    private static int place(Fields form) {
        String to = form.get("to").isEmpty() ? form.get("place").strip() : form.get("to");
        return to.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(to)) : 1;
    }
}
