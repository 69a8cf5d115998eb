package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.acervo.access.Caller;
import org.acervo.access.Callers;
import org.acervo.catalog.Publication;
import org.acervo.files.Download;
import org.acervo.publishing.Attachments.Attached;

/** The files of publications as missions' programs work on them. */
@Path("api/v1/publications/{id}/files")
@Dependent
public class FilesResource {

    private static final int CREATED = 201;

    private final FileDeposits files;
    private final FileJson json;
    private final Download download;
    private final Callers callers;

    @Inject
    FilesResource(FileDeposits files, FileJson json, Download download, Callers callers) {
        this.files = files;
        this.json = json;
        this.download = download;
        this.callers = callers;
    }

    @GET
    public Response list(@PathParam("id") String id, @BeanParam Exchange exchange) {
        Caller caller = callers.current().orElse(null);
        Publication publication = files.visible(caller, id);
        return PrivateJson.ok(json.write(files.list(caller, publication), publication));
    }

    /** @throws IOException never */
    @PUT
    @Path("{name}")
    public Response put(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @BeanParam Exchange exchange,
            @BeanParam FileExchange file,
            InputStream content)
            throws IOException {
        Caller caller = callers.required();
        boolean dryRun = file.dryRun(exchange);
        FileDeposits.Wish wish =
                new FileDeposits.Wish(caller, id, file.incoming(name), file.said(exchange), file.onlyNew());
        FileDeposits.Done put = files.put(wish, content, dryRun);
        return answer(put, put.attached().created() && !dryRun ? CREATED : 200, exchange);
    }

    /** @throws IOException where the body breaks off */
    @PATCH
    @Path("{name}")
    public Response patch(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @BeanParam Exchange exchange,
            @BeanParam FileExchange file,
            InputStream body)
            throws IOException {
        Caller caller = callers.required();
        Map<String, String> said =
                FilePatch.read(exchange.asked(caller, body).body().bytes());
        FileDeposits.Done changed = files.change(caller, id, name, said, file.dryRun(exchange));
        return answer(changed, 200, exchange);
    }

    @DELETE
    @Path("{name}")
    public Response delete(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @BeanParam Exchange exchange,
            @BeanParam FileExchange file) {
        files.remove(callers.required(), id, name, file.dryRun(exchange));
        return Response.noContent().header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("{name}")
    public Response content(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @BeanParam FileExchange file,
            @BeanParam Exchange exchange,
            @Context Request request,
            @Context HttpServletRequest http) {
        Caller caller = callers.current().orElse(null);
        Publication publication = files.visible(caller, id);
        return download.answer(
                files.content(caller, publication, name, file.kept(exchange)), Download.Cache.PRIVATE, request, http);
    }

    private Response answer(FileDeposits.Done done, int status, Exchange exchange) {
        Attached attached = done.attached();
        return PrivateJson.json(
                        status,
                        json.write(attached.file(), done.publication(), attached.findings(), exchange.language()))
                .header("Location", status == CREATED ? json.address(attached.file()) : null)
                .header("ETag", "\"" + attached.file().sha256() + "\"")
                .build();
    }
}
