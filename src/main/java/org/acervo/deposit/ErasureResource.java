package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.acervo.access.AuditEntry.Source;
import org.acervo.catalog.PublicationId;
import org.acervo.format.JsonMaker;
import org.acervo.publishing.Erasing;
import org.acervo.publishing.Erasure;

/** The erasure of a publication, for administrators: one asks, a second one confirms or anyone declines. */
@Path("api/v1/publications/{id: [1-9][0-9]{0,17}}/erasure")
@Dependent
public class ErasureResource {

    private static final int ACCEPTED = 202;

    private final Administrator administrator;
    private final Erasing erasing;

    @Inject
    ErasureResource(Administrator administrator, Erasing erasing) {
        this.administrator = administrator;
        this.erasing = erasing;
    }

    /** @throws org.acervo.catalog.Refused where nobody has asked for it */
    @GET
    public Response get(@Context HttpServletRequest request, @PathParam("id") long id) {
        administrator.required(request);
        return PrivateJson.ok(json(erasing.find(new PublicationId(id)).orElseThrow(PrivateJson::nothing)));
    }

    /** @throws IOException where the body breaks off */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@Context HttpServletRequest request, @PathParam("id") long id, InputStream body)
            throws IOException {
        Source admin = administrator.required(request);
        RequestObject object = RequestObject.read(body);
        String reason = object.text("reason");
        object.refuse(List.of());
        return accepted(erasing.ask(admin, new PublicationId(id), reason == null ? "" : reason));
    }

    @DELETE
    public Response decline(@Context HttpServletRequest request, @PathParam("id") long id) {
        return PrivateJson.ok(json(erasing.decline(administrator.required(request), new PublicationId(id))));
    }

    @POST
    @Path("confirm")
    public Response confirm(@Context HttpServletRequest request, @PathParam("id") long id) {
        return accepted(erasing.confirm(administrator.required(request), new PublicationId(id)));
    }

    private static Response accepted(Erasure erasure) {
        return PrivateJson.json(ACCEPTED, json(erasure)).build();
    }

    private static JsonObject json(Erasure erasure) {
        return JsonMaker.object()
                .add("publication", erasure.publication().toString())
                .add("status", erasure.status().code())
                .add("askedBy", erasure.askedBy())
                .add("asked", PrivateJson.time(erasure.asked()))
                .add("expires", PrivateJson.time(erasure.asked().plus(Erasure.PATIENCE)))
                .add("reason", PrivateJson.text(erasure.reason()))
                .add("decidedBy", PrivateJson.text(erasure.decidedBy()))
                .add("decided", PrivateJson.time(erasure.decided()))
                .add("done", PrivateJson.time(erasure.done()))
                .build();
    }
}
