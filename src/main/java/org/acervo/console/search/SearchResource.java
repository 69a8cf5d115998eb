package org.acervo.console.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.console.Desk;
import org.acervo.format.JsonMaker;
import org.acervo.publishing.Export;
import org.acervo.publishing.Reach;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.jspecify.annotations.Nullable;

/** Search: its address is all its state. */
@Path("search")
@RequestScoped
public class SearchResource {

    private static final String TEMPLATE = "console/search/search.ftlh";
    private static final String PREVIEW = "console/search/preview.ftlh";
    private static final int MOST_SUGGESTED = 8;
    private static final int SOON = 10;

    private final Desk desk;
    private final Searching searching;
    private final SearchPages pages;
    private final Export export;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SearchResource() {
        this(null, null, null, null);
    }

    @Inject
    SearchResource(Desk desk, Searching searching, SearchPages pages, Export export) {
        this.desk = desk;
        this.searching = searching;
        this.pages = pages;
        this.export = export;
    }

    /** The part of the page that shows a hit, or nothing. */
    public record Beside(@Nullable Preview preview) {}

    @GET
    @Controller
    public Response show() {
        Search.Read read = read();
        if (desk.header("HX-Target").equals(SearchPages.PREVIEW)) { // the list beside it stays as it is
            return desk.page(PREVIEW, new Beside(pages.preview(read.search()).orElse(null)));
        }
        return desk.page(TEMPLATE, pages.page(read, searching.find(read.search())));
    }

    /** Titles that go on with what is being typed. */
    @GET
    @Path("suggest")
    public Response suggest() {
        JsonArrayBuilder all = JsonMaker.array();
        searching
                .suggest(desk.query().get("q"), Viewer.of(desk.caller()), MOST_SUGGESTED)
                .forEach(each -> {
                    JsonArrayBuilder runs = JsonMaker.array();
                    each.title()
                            .forEach(run ->
                                    runs.add(JsonMaker.array().add(run.text()).add(run.marked())));
                    all.add(JsonMaker.object().add("id", each.id().toString()).add("title", runs));
                });
        return Response.ok(all.build().toString())
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** All hits, whatever the page, as a file. */
    @GET
    @Path("hits.{extension}")
    public Response hits(@PathParam("extension") String extension) {
        Optional<Export.Form> form = Arrays.stream(Export.Form.values())
                .filter(each -> each.extension().equals(extension.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (form.isEmpty()) {
            throw new jakarta.ws.rs.NotFoundException();
        }
        Stream<PublicationId> ids;
        try {
            ids = searching.ids(read().search());
        } catch (IllegalStateException catchingUp) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .header("Retry-After", SOON)
                    .build();
        }
        StreamingOutput body = out -> {
            try (ids) {
                export.write(form.get(), ids.iterator(), this::isSeen, out);
            }
        };
        return Response.ok(body)
                .header("Content-Type", form.get().mediaType())
                .header("Content-Disposition", "attachment; filename=\"acervo." + extension + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private boolean isSeen(Publication publication) {
        return Reach.isInsider(desk.caller(), publication);
    }

    private Search.Read read() {
        return Search.of(desk.query().asMap(), desk.language(), Viewer.of(desk.caller()));
    }
}
