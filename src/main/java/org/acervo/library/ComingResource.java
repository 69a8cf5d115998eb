package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;

/** Says what is going to be where there is nothing yet: the console of the staff. */
@Path("/")
@Dependent
public class ComingResource {

    private final LibraryTemplates templates;

    @Inject
    ComingResource(LibraryTemplates templates) {
        this.templates = templates;
    }

    @GET
    @Path("console")
    @Produces(MediaType.TEXT_HTML)
    public Response console(@Context HttpServletRequest request) {
        return Pages.html(200, templates.fill("coming", PageRequest.of(request), reader -> Map.of()))
                .build();
    }
}
