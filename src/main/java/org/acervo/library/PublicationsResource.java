package org.acervo.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Dissemination;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.pages.Freshness;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Sightings;

/** Landing pages, the same as programs read them, and tombstones. What is not public does not exist here. */
@Path("publications/{id}")
@Dependent
public class PublicationsResource {

    private static final int GONE = 410;

    private final Publications publications;
    private final Disseminations disseminations;
    private final PublicationPages pages;
    private final LibraryTemplates templates;
    private final Records records;
    private final Signposts signposts;
    private final Sightings sightings;

    @Inject
    PublicationsResource(
            Publications publications,
            Disseminations disseminations,
            PublicationPages pages,
            LibraryTemplates templates,
            Records records,
            Signposts signposts,
            Sightings sightings) {
        this.sightings = sightings;
        this.publications = publications;
        this.disseminations = disseminations;
        this.pages = pages;
        this.templates = templates;
        this.records = records;
        this.signposts = signposts;
    }

    /**
     * @param name an id, or an id with the ending of a form
     * @throws NotFoundException where there is no such publication or form, or none that is public
     * @throws NotAcceptableException where the client wants none of the forms
     */
    @GET
    public Response get(@PathParam("id") String name, @Context HttpServletRequest http, @Context Request request) {
        int dot = name.indexOf('.');
        if (dot >= 0) {
            Representation form =
                    Representation.ofEnding(name.substring(dot + 1)).orElseThrow(NotFoundException::new);
            return record(form, published(name.substring(0, dot)), http, request)
                    .build();
        }
        Publication publication = find(name);
        Representation form = Representation.wanted(http.getHeader("Accept")).orElseThrow(NotAcceptableException::new);
        if (form == Representation.PAGE) {
            return page(publication, http, request);
        }
        return record(form, published(name), http, request)
                .header("Content-Location", name + "." + form.ending())
                .header("Vary", "Accept")
                .build();
    }

    /** All links from and to a publication. */
    @GET
    @Path("linkset")
    public Response linkSet(@PathParam("id") String id, @Context HttpServletRequest http, @Context Request request) {
        Publication publication = published(id);
        Item item = pages.whole(publication).item();
        byte[] body = signposts.set(item).toString().getBytes(StandardCharsets.UTF_8);
        Response.ResponseBuilder whole = Response.ok().header("Content-Type", Signposts.LINK_SET);
        return answer(whole, body, publication, http, request).build();
    }

    private Response page(Publication publication, HttpServletRequest http, Request request) {
        PageRequest asked = PageRequest.of(http);
        Publication.Withdrawal withdrawal = publication.withdrawal();
        if (withdrawal != null) {
            return Pages.html(
                            GONE,
                            templates.fill(
                                    "tombstone", asked, reader -> pages.tombstone(publication, withdrawal, reader)))
                    .build();
        }
        PublicationPages.Whole shown = pages.whole(publication);
        String page = templates.fill("publication", asked, reader -> pages.view(shown, reader));
        Response.ResponseBuilder whole =
                Pages.html(200, page).header("Link", Signposts.header(signposts.ofPage(shown.item())));
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        // pictures and what others are called change the page and not the record
        return sightings.answer(whole, body, asked.language(), http, request).build();
    }

    private Response.ResponseBuilder record(
            Representation form, Publication publication, HttpServletRequest http, Request request) {
        byte[] body = records.write(form, pages.whole(publication).item());
        List<Signpost> links = signposts.ofRecord(publication.id());
        Response.ResponseBuilder whole =
                Response.ok().header("Content-Type", form.contentType()).header("Link", Signposts.header(links));
        return answer(whole, body, publication, http, request);
    }

    private Response.ResponseBuilder answer(
            Response.ResponseBuilder whole,
            byte[] body,
            Publication publication,
            HttpServletRequest http,
            Request request) {
        whole.header("X-Content-Type-Options", "nosniff")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "no-cache");
        return Freshness.of(whole, body, modified(publication.id()), http.getHeader("If-None-Match"), request);
    }

    /** When what the world is told of it last changed. */
    private Instant modified(PublicationId id) {
        return disseminations
                .find(id, Dissemination.HEADER)
                .map(DisseminatedRecord::datestamp)
                .orElseThrow(NotFoundException::new);
    }

    private Publication find(String id) {
        return PublicationId.parse(id)
                .flatMap(publications::find)
                .filter(found -> found.state().isPublic())
                .orElseThrow(NotFoundException::new);
    }

    private Publication published(String id) {
        Publication publication = find(id);
        Publication.Withdrawal withdrawal = publication.withdrawal();
        if (withdrawal != null) {
            throw withdrawal.refusal(pages.instead(publication, withdrawal));
        }
        return publication;
    }
}
