package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.acervo.catalog.Repository;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Sightings;

/** The front page, and what robots ask first. */
@Path("/")
@Dependent
public class HomeResource {

    private static final String ROBOTS = """
            User-agent: *
            Disallow: /api/
            Disallow: /console/
            Disallow: /oai

            Sitemap: %s/sitemap.xml
            """;

    private final HomePage home;
    private final LibraryTemplates templates;
    private final Sightings sightings;
    private final Repository repository;

    @Inject
    HomeResource(HomePage home, LibraryTemplates templates, Sightings sightings, Repository repository) {
        this.sightings = sightings;
        this.home = home;
        this.templates = templates;
        this.repository = repository;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response home(@Context HttpServletRequest http, @Context Request request) {
        PageRequest asked = PageRequest.of(http);
        String page = templates.fill("home", asked, home::view);
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        return sightings
                .answer(Pages.html(200, page), body, asked.language(), http, request)
                .build();
    }

    @GET
    @Path("robots.txt")
    public Response robots() {
        return Response.ok(ROBOTS.formatted(repository.baseUrl()))
                .header("Content-Type", "text/plain; charset=UTF-8")
                .build();
    }
}
