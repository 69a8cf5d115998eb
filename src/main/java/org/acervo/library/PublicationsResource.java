package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;

/** Landing pages and tombstones. What is not public does not exist here. */
@Path("publications/{id}")
@Dependent
public class PublicationsResource {

    private static final int GONE = 410;

    private final Publications publications;
    private final PublicationPages pages;
    private final LibraryTemplates templates;

    @Inject
    PublicationsResource(Publications publications, PublicationPages pages, LibraryTemplates templates) {
        this.publications = publications;
        this.pages = pages;
        this.templates = templates;
    }

    /** @throws NotFoundException where there is no such publication, or none that is public */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response get(@PathParam("id") String id, @Context HttpServletRequest request) {
        Publication publication = PublicationId.parse(id)
                .flatMap(publications::find)
                .filter(found -> found.state().isPublic())
                .orElseThrow(NotFoundException::new);
        PageRequest asked = PageRequest.of(request);
        Publication.Withdrawal withdrawal = publication.withdrawal();
        Response.ResponseBuilder page = withdrawal == null
                ? Pages.html(200, templates.fill("publication", asked, reader -> pages.view(publication, reader)))
                : Pages.html(
                        GONE,
                        templates.fill("tombstone", asked, reader -> pages.tombstone(publication, withdrawal, reader)));
        return page.build();
    }
}
