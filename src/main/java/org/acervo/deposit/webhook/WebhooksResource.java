package org.acervo.deposit.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.acervo.access.Caller;
import org.acervo.access.Callers;
import org.acervo.catalog.Repository;
import org.acervo.deposit.Asked;
import org.acervo.deposit.Exchange;
import org.acervo.deposit.IfMatch;
import org.acervo.deposit.OnceOnly;
import org.acervo.deposit.Parameters;
import org.acervo.deposit.Reply;
import org.acervo.deposit.SmallText;

/** Webhooks and the log of their deliveries. */
@Path("api/v1/webhooks")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    private static final int ACCEPTED = 202;
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final String NUMBER = ": [1-9][0-9]{0,17}";

    private final Callers callers;
    private final Subscriptions subscriptions;
    private final OnceOnly onceOnly;
    private final WebhookJson json;

    @Inject
    WebhooksResource(Callers callers, Subscriptions subscriptions, OnceOnly onceOnly, Repository repository) {
        this.callers = callers;
        this.subscriptions = subscriptions;
        this.onceOnly = onceOnly;
        this.json = new WebhookJson(repository);
    }

    @GET
    public Response all() {
        return answer(200, json.write(subscriptions.all(callers.required()))).build();
    }

    /** @throws IOException where the body breaks off */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@BeanParam Exchange exchange, InputStream body) throws IOException {
        Asked asked = exchange.asked(callers.required(), body);
        return Exchange.response(onceOnly.carryOutSecretly(asked, () -> {
            Subscriptions.Subscribed added = subscriptions.add(asked.caller(), document(asked));
            return reply(201, asked, added).with("Location", json.address(added.webhook()));
        }));
    }

    @GET
    @Path("{id" + NUMBER + "}")
    public Response get(@PathParam("id") long id) {
        Webhook webhook = subscriptions.get(callers.required(), id);
        return answer(200, json.write(webhook, null))
                .header("ETag", webhook.tag())
                .build();
    }

    /** @throws IOException where the body breaks off */
    @PATCH
    @Path("{id" + NUMBER + "}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(@PathParam("id") long id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = exchange.asked(callers.required(), body);
        IfMatch meant = IfMatch.optional(asked.ifMatch());
        return Exchange.response(onceOnly.carryOutSecretly(
                asked, () -> reply(200, asked, subscriptions.change(asked.caller(), id, meant, document(asked)))));
    }

    /** @throws IOException where the body breaks off, here and below */
    @DELETE
    @Path("{id" + NUMBER + "}")
    public Response remove(@PathParam("id") long id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = exchange.asked(callers.required(), body);
        IfMatch meant = IfMatch.optional(asked.ifMatch());
        return Exchange.response(onceOnly.carryOut(asked, () -> {
            subscriptions.remove(asked.caller(), id, meant);
            return Reply.empty(null);
        }));
    }

    @POST
    @Path("{id" + NUMBER + "}/ping")
    public Response ping(@PathParam("id") long id, @BeanParam Exchange exchange, InputStream body) throws IOException {
        Asked asked = exchange.asked(callers.required(), body);
        return Exchange.response(onceOnly.carryOut(
                asked,
                () -> Reply.json(
                        ACCEPTED, null, json.write(subscriptions.ping(asked.caller(), id), asked.language()))));
    }

    /** The deliveries of a webhook, the last first. */
    @GET
    @Path("{id" + NUMBER + "}/deliveries")
    public Response deliveries(@PathParam("id") long id, @BeanParam Exchange exchange) {
        Caller caller = callers.required();
        Parameters.Page page = exchange.parameters(Parameters.OF_A_PAGE, each -> each.page(USUAL, MOST));
        return answer(
                        200,
                        json.write(
                                subscriptions.get(caller, id),
                                subscriptions.deliveries(caller, id, page.before(), page.limit()),
                                page.limit(),
                                exchange.language()))
                .header("Content-Language", exchange.language().tag())
                .build();
    }

    @POST
    @Path("{id" + NUMBER + "}/deliveries/{delivery" + NUMBER + "}/redeliver")
    public Response redeliver(
            @PathParam("id") long id,
            @PathParam("delivery") long delivery,
            @BeanParam Exchange exchange,
            InputStream body)
            throws IOException {
        Asked asked = exchange.asked(callers.required(), body);
        return Exchange.response(onceOnly.carryOut(
                asked,
                () -> Reply.json(
                        ACCEPTED,
                        null,
                        json.write(subscriptions.redeliver(asked.caller(), id, delivery), asked.language()))));
    }

    private static String document(Asked asked) {
        return SmallText.of(asked.body().bytes());
    }

    /** A secret that was only tried would sign nothing. */
    private Reply reply(int status, Asked asked, Subscriptions.Subscribed subscribed) {
        Webhook webhook = subscribed.webhook();
        return Reply.json(status, null, json.write(webhook, asked.dryRun() ? null : subscribed.secret()))
                .with("ETag", webhook.tag());
    }

    private static Response.ResponseBuilder answer(int status, JsonObject body) {
        return Response.status(status).entity(body.toString()).header("Cache-Control", "no-store");
    }
}
