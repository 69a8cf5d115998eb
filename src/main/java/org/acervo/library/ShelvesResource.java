package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.acervo.library.Shelves.Kind;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Sightings;
import org.acervo.site.SitePage;

/** The pages of thematic areas, missions, collections and series with their publications, news, and the page about it all. */
@Path("")
@Dependent
public class ShelvesResource {

    private final Shelves shelves;
    private final SeriesPages series;
    private final LibraryTemplates templates;
    private final Sightings sightings;

    @Inject
    ShelvesResource(Shelves shelves, SeriesPages series, LibraryTemplates templates, Sightings sightings) {
        this.sightings = sightings;
        this.shelves = shelves;
        this.series = series;
        this.templates = templates;
    }

    @GET
    @Path("{kind:themes|missions|collections}")
    public Response list(@PathParam("kind") String kind, @Context HttpServletRequest http, @Context Request request) {
        return page("shelves", http, request, reader -> shelves.list(kind(kind), reader));
    }

    /** @throws NotFoundException where there is none of that code */
    @GET
    @Path("{kind:themes|missions|collections}/{code}")
    public Response shelf(
            @PathParam("kind") String kind,
            @PathParam("code") String code,
            @Context HttpServletRequest http,
            @Context Request request) {
        return page("shelf", http, request, reader -> shelves.shelf(kind(kind), code, reader)
                .orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("series")
    public Response series(@Context HttpServletRequest http, @Context Request request) {
        return page("shelves", http, request, series::list);
    }

    /** @throws NotFoundException where nothing that is public belongs to such a series */
    @GET
    @Path("series/{slug}")
    public Response oneSeries(
            @PathParam("slug") String slug, @Context HttpServletRequest http, @Context Request request) {
        return page("shelf", http, request, reader -> series.page(slug, reader).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("news")
    public Response news(@Context HttpServletRequest http, @Context Request request) {
        return page("shelf", http, request, shelves::news);
    }

    @GET
    @Path("about")
    public Response about(@Context HttpServletRequest http, @Context Request request) {
        return page(
                "about",
                http,
                request,
                reader ->
                        new AboutView(shelves.introduction(SitePage.ABOUT.path(), reader), shelves.countries(reader)));
    }

    private static Kind kind(String path) {
        return Kind.valueOf(path.toUpperCase(Locale.ROOT));
    }

    private Response page(String template, HttpServletRequest http, Request request, Function<Reader, ?> model) {
        PageRequest asked = PageRequest.ofAll(http);
        String page = templates.fill(template, asked, model);
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        return sightings
                .answer(Pages.html(200, page), body, asked.language(), http, request)
                .build();
    }
}
