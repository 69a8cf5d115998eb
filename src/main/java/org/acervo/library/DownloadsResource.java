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
import java.text.Normalizer;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.files.Download;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;

/** The files of published publications, to whom they are open. */
@Path("publications/{id}/files/{name}")
@Dependent
public class DownloadsResource {

    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private final Publications publications;
    private final PublicationFiles files;
    private final Download download;
    private final PublicationPages pages;
    private final LibraryTemplates templates;
    private final Signposts signposts;

    @Inject
    DownloadsResource(
            Publications publications,
            PublicationFiles files,
            Download download,
            PublicationPages pages,
            LibraryTemplates templates,
            Signposts signposts) {
        this.publications = publications;
        this.files = files;
        this.download = download;
        this.pages = pages;
        this.templates = templates;
        this.signposts = signposts;
    }

    /** @throws NotFoundException where there is no such file, or none that the public may know of */
    @GET
    public Response get(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @Context Request request,
            @Context HttpServletRequest http) {
        Publication publication = PublicationId.parse(id)
                .flatMap(publications::find)
                .filter(found -> found.state().isPublic())
                .orElseThrow(NotFoundException::new);
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        HeldFile file = files.of(publication.id()).stream()
                .filter(each -> each.file().standing() == Standing.KEPT
                        && each.file().name().equals(normal))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        PageRequest asked = PageRequest.of(http);
        Publication.Withdrawal withdrawal = publication.withdrawal();
        if (withdrawal != null) {
            return Pages.html(
                            GONE,
                            templates.fill(
                                    "tombstone", asked, reader -> pages.tombstone(publication, withdrawal, reader)))
                    .build();
        }
        return pages.isOpen(publication, file.file())
                ? Response.fromResponse(download.answer(file, Download.Cache.SHARED, request, http))
                        .header("Link", Signposts.header(signposts.ofFile(publication.id())))
                        .build()
                : Pages.html(
                                FORBIDDEN,
                                templates.fill(
                                        "closed", asked, reader -> pages.closed(publication, file.file(), reader)))
                        .build();
    }
}
