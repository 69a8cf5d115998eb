package org.acervo.deposit.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.acervo.access.Caller;
import org.acervo.access.Callers;
import org.acervo.catalog.Repository;
import org.acervo.deposit.SmallText;
import org.jspecify.annotations.Nullable;

/** Webhooks and the log of their deliveries. */
@Path("api/v1/webhooks")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    private static final int ACCEPTED = 202;
    private static final int MOST = 200;
    private static final String NUMBER = ": [1-9][0-9]{0,17}";

    private final Callers callers;
    private final Subscriptions subscriptions;
    private final WebhookJson json;

    @Inject
    WebhooksResource(Callers callers, Subscriptions subscriptions, Repository repository) {
        this.callers = callers;
        this.subscriptions = subscriptions;
        this.json = new WebhookJson(repository);
    }

    @GET
    public Response all() {
        return answer(200, json.write(subscriptions.all(callers.required())));
    }

    /** @throws IOException where the body breaks off */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(InputStream body) throws IOException {
        Caller caller = callers.required();
        Subscriptions.Subscribed added = subscriptions.add(caller, SmallText.read(body));
        return Response.created(URI.create(json.address(added.webhook())))
                .entity(json.write(added.webhook(), added.secret()).toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("{id" + NUMBER + "}")
    public Response get(@PathParam("id") long id) {
        return answer(200, json.write(subscriptions.get(callers.required(), id), null));
    }

    /** @throws IOException where the body breaks off */
    @PATCH
    @Path("{id" + NUMBER + "}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(@PathParam("id") long id, InputStream body) throws IOException {
        Caller caller = callers.required();
        Subscriptions.Subscribed changed = subscriptions.change(caller, id, SmallText.read(body));
        return answer(200, json.write(changed.webhook(), changed.secret()));
    }

    @DELETE
    @Path("{id" + NUMBER + "}")
    public Response remove(@PathParam("id") long id) {
        subscriptions.remove(callers.required(), id);
        return Response.noContent().build();
    }

    @POST
    @Path("{id" + NUMBER + "}/ping")
    public Response ping(@PathParam("id") long id) {
        return answer(ACCEPTED, json.write(subscriptions.ping(callers.required(), id)));
    }

    /** @param before an id from the page before this one, or null */
    @GET
    @Path("{id" + NUMBER + "}/deliveries")
    public Response deliveries(
            @PathParam("id") long id,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Caller caller = callers.required();
        int most = Math.max(1, Math.min(limit, MOST));
        return answer(
                200,
                json.write(
                        subscriptions.get(caller, id),
                        subscriptions.deliveries(caller, id, Optional.ofNullable(before), most),
                        most));
    }

    @POST
    @Path("{id" + NUMBER + "}/deliveries/{delivery" + NUMBER + "}/redeliver")
    public Response redeliver(@PathParam("id") long id, @PathParam("delivery") long delivery) {
        return answer(ACCEPTED, json.write(subscriptions.redeliver(callers.required(), id, delivery)));
    }

    private static Response answer(int status, JsonObject body) {
        return Response.status(status)
                .entity(body.toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
