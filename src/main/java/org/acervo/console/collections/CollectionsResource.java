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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.acervo.access.Right;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.curation.Collecting;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** Collections: all of them in their order, and one with its words in four languages. */
@Path("collections")
@Controller
@RequestScoped
public class CollectionsResource {

    private static final String LIST = "console/collections/collections.ftlh";
    private static final String ONE = "console/collections/collection.ftlh";
    private static final int REFUSED = 422;

    private final Desk desk;
    private final Collecting collecting;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CollectionsResource() {
        this(null, null);
    }

    @Inject
    CollectionsResource(Desk desk, Collecting collecting) {
        this.desk = desk;
        this.collecting = collecting;
    }

    /** A collection in the list. */
    public record Row(String code, String title, String description, String records, boolean first, boolean last) {}

    /** @param code what was typed for a new one */
    public record View(List<Row> rows, String code, List<Words> words, List<String> problems) {}

    /** What a collection is called in a language. */
    public record Words(String tag, String language, String title, String description) {}

    public record One(String code, String title, String records, List<Words> words, List<String> problems) {}

    @GET
    public Response list() {
        desk.caller().require(Right.CURATE);
        return list(200, Fields.NONE, List.of());
    }

    private Response list(int status, Fields typed, List<String> problems) {
        List<Collection> all = collecting.all();
        List<Row> rows = all.stream()
                .map(each -> new Row(
                        each.code(),
                        each.labels().in(desk.language()),
                        each.description().in(desk.language()),
                        desk.number(collecting.records(each)),
                        each.equals(all.get(0)),
                        each.equals(all.get(all.size() - 1))))
                .toList();
        List<Words> words = words(read(typed, "title."), read(typed, "description."));
        return desk.page(status, LIST, new View(rows, typed.get("code"), words, problems));
    }

    private static Labels read(Fields form, String prefix) {
        return Labels.of(language -> form.get(prefix + language.tag()));
    }

    private static List<Words> words(Labels title, Labels description) {
        return Arrays.stream(InterfaceLanguage.values())
                .map(each -> new Words(
                        each.tag(),
                        each.locale().getDisplayLanguage(each.locale()),
                        title.in(each),
                        description.in(each)))
                .toList();
    }

    @POST
    public Response make() {
        Fields form = desk.form();
        try {
            Collection made = collecting.make(
                    desk.caller(),
                    desk.source(),
                    form.get("code").strip(),
                    read(form, "title."),
                    read(form, "description."));
            return desk.to("collections/" + made.code(), Map.of("done", "made"));
        } catch (Refused refused) {
            desk.caller().require(Right.CURATE);
            return list(REFUSED, form, desk.messages(LIST, refused));
        }
    }

    @GET
    @Path("{code: [a-z0-9-]{1,100}}")
    public Response show(@PathParam("code") String code) {
        desk.caller().require(Right.CURATE);
        Collection found = find(code);
        return show(200, found, words(found.labels(), found.description()), List.of());
    }

    private Collection find(String code) {
        return collecting.find(code).orElseThrow(NotFoundException::new);
    }

    private Response show(int status, Collection found, List<Words> words, List<String> problems) {
        One view = new One(
                found.code(),
                found.labels().in(desk.language()),
                desk.number(collecting.records(found)),
                words,
                problems);
        return desk.page(status, ONE, view);
    }

    @POST
    @Path("{code: [a-z0-9-]{1,100}}")
    public Response change(@PathParam("code") String code) {
        desk.caller().require(Right.CURATE);
        Collection found = find(code);
        Fields form = desk.form();
        String step = form.get("do");
        if (step.equals("up") || step.equals("down")) {
            collecting.move(desk.caller(), desk.source(), code, step.equals("up") ? -1 : 1);
            return desk.to("collections", Map.of("done", "moved"));
        }
        Labels title = read(form, "title.");
        Labels description = read(form, "description.");
        try {
            collecting.describe(desk.caller(), desk.source(), code, title, description);
            return desk.to("collections/" + code, Map.of("done", "saved"));
        } catch (Refused refused) {
            return show(REFUSED, found, words(title, description), desk.messages(LIST, refused));
        }
    }
}
