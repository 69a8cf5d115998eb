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
import java.util.Set;
import org.acervo.access.Caller;
import org.acervo.access.Callers;
import org.acervo.catalog.Publication;
import org.acervo.files.Download;

/** The files of publications as missions' programs work on them. */
@Path("api/v1/publications/{id}/files")
@Dependent
public class FilesResource {

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
        exchange.allowParameters(Set.of());
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
        Asked asked = file.asked(caller, exchange);
        FileDeposits.Wish wish =
                new FileDeposits.Wish(caller, id, file.incoming(name), file.said(exchange), file.condition());
        return Exchange.response(files.put(asked, wish, content));
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
        Asked asked = exchange.asked(callers.required(), body);
        return Exchange.response(files.change(
                asked, id, name, file.condition(), FilePatch.read(asked.body().bytes())));
    }

    @DELETE
    @Path("{name}")
    public Response delete(
            @PathParam("id") String id,
            @PathParam("name") String name,
            @BeanParam Exchange exchange,
            @BeanParam FileExchange file) {
        Asked asked = file.asked(callers.required(), exchange);
        return Exchange.response(files.remove(asked, id, name, file.condition()));
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
}
