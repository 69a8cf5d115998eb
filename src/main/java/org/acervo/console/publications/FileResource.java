package org.acervo.console.publications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.text.Normalizer;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.files.Download;
import org.acervo.files.HeldFile;
import org.acervo.files.PublicationFiles;

/** The content of files, for those who work on their publications. */
@Path("publications/{id: [0-9]+}/files/{name}")
@RequestScoped
public class FileResource {

    private final Holding holding;
    private final PublicationFiles files;
    private final Download download;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FileResource() {
        this(null, null, null);
    }

    @Inject
    FileResource(Holding holding, PublicationFiles files, Download download) {
        this.holding = holding;
        this.files = files;
        this.download = download;
    }

    /** The one that is proposed where there is one. */
    @GET
    public Response get(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @Context Request request,
            @Context HttpServletRequest http) {
        Publication publication = holding.find(id);
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        HeldFile file = files.of(publication.id()).stream()
                .filter(each -> each.file().name().equals(normal))
                .filter(each -> each.file().standing() != Standing.LEAVING)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new Refused(Finding.of(Rule.UNKNOWN_FILE, "", name)));
        return download.answer(file, Download.Cache.PRIVATE, request, http);
    }
}
