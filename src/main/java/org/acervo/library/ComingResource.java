package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.acervo.catalog.Repository;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;

/** Says what is going to be where there is nothing yet: the console of the staff, and the interface for deposits. */
@Path("/")
@Dependent
public class ComingResource {

    private final LibraryTemplates templates;
    private final Repository repository;

    @Inject
    ComingResource(LibraryTemplates templates, Repository repository) {
        this.templates = templates;
        this.repository = repository;
    }

    @GET
    @Path("console")
    @Produces(MediaType.TEXT_HTML)
    public Response console(@Context HttpServletRequest request) {
        return Pages.html(200, templates.fill("coming", PageRequest.of(request), reader -> Map.of()))
                .build();
    }

    @GET
    @Path("api/v1")
    @Produces(MediaType.APPLICATION_JSON)
    public String api() {
        return Json.createObjectBuilder()
                .add("repository", repository.name())
                .add("version", "v1")
                .add(
                        "message",
                        "Deposits will be taken here; until then publications are loaded with the import command.")
                .add(
                        "links",
                        Json.createObjectBuilder()
                                .add("oai", repository.oaiUrl())
                                .add("openapi", repository.baseUrl() + "/openapi"))
                .build()
                .toString();
    }
}
