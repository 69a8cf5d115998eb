package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.acervo.access.Callers;
import org.acervo.publishing.Derivation;
import org.acervo.publishing.Publishing;

/**
 * Publications as missions' programs work on them. What each operation takes and answers is described in {@code
 * META-INF/openapi.yaml}.
 */
@Path("api/v1/publications")
@Dependent
public class DepositsResource {

    private final Deposits deposits;
    private final RecordPages records;
    private final Publishing publishing;
    private final Callers callers;

    @Inject
    DepositsResource(Deposits deposits, RecordPages records, Publishing publishing, Callers callers) {
        this.deposits = deposits;
        this.records = records;
        this.publishing = publishing;
        this.callers = callers;
    }

    /** @throws IOException where the body breaks off, here and below */
    @POST
    public Response create(@BeanParam Exchange exchange, InputStream body) throws IOException {
        return Exchange.response(deposits.create(asked(exchange, body)));
    }

    @GET
    public Response list(@BeanParam Exchange exchange) {
        return records.list(callers.required(), exchange);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id, @BeanParam Exchange exchange, @Context Request request) {
        return records.get(callers.current().orElse(null), id, exchange, request);
    }

    @GET
    @Path("{id}/history")
    public Response history(@PathParam("id") String id, @BeanParam Exchange exchange) {
        return records.history(callers.required(), id, exchange);
    }

    @PUT
    @Path("{id}")
    public Response save(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        return Exchange.response(deposits.save(asked(exchange, body), id));
    }

    @PATCH
    @Path("{id}")
    public Response patch(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        return Exchange.response(deposits.patch(asked(exchange, body), id));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        return Exchange.response(deposits.delete(asked(exchange, body), id));
    }

    @POST
    @Path("{id}/submit")
    public Response submit(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = asked(exchange, body);
        return Exchange.response(deposits.step(asked, id, (actor, current, version) -> {
            Reasons.none(asked.body());
            return publishing.submit(actor, current.id(), version);
        }));
    }

    @POST
    @Path("{id}/take-back")
    public Response takeBack(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = asked(exchange, body);
        return Exchange.response(deposits.step(asked, id, (actor, current, version) -> {
            Reasons.none(asked.body());
            return publishing.takeBack(actor, current.id(), version);
        }));
    }

    @POST
    @Path("{id}/publish")
    public Response publish(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = asked(exchange, body);
        return Exchange.response(deposits.step(asked, id, (actor, current, version) -> {
            Reasons.none(asked.body());
            return publishing.publish(actor, current.id(), version);
        }));
    }

    @POST
    @Path("{id}/return")
    public Response giveBack(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = asked(exchange, body);
        return Exchange.response(deposits.step(asked, id, (actor, current, version) -> {
            Reasons why = Reasons.forReturn(asked.body());
            return publishing.giveBack(actor, current.id(), version, why.reason(), why.fieldReasons());
        }));
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = asked(exchange, body);
        return Exchange.response(deposits.step(asked, id, (actor, current, version) -> {
            Reasons why = Reasons.forWithdrawal(asked.body());
            return publishing.withdraw(actor, current.id(), version, why.reason(), why.replacedBy());
        }));
    }

    @POST
    @Path("{id}/reinstate")
    public Response reinstate(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        Asked asked = asked(exchange, body);
        return Exchange.response(deposits.step(
                asked,
                id,
                (actor, current, version) -> publishing.reinstate(
                        actor,
                        current.id(),
                        version,
                        Reasons.forReinstatement(asked.body()).reason())));
    }

    @DELETE
    @Path("{id}/revision")
    public Response giveUp(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        return Exchange.response(deposits.step(
                asked(exchange, body),
                id,
                (actor, current, version) -> publishing.giveUp(actor, current.id(), version)));
    }

    @POST
    @Path("{id}/new-version")
    public Response newVersion(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        return Exchange.response(deposits.derive(asked(exchange, body), id, Derivation.NEW_VERSION));
    }

    @POST
    @Path("{id}/translation")
    public Response translation(@PathParam("id") String id, @BeanParam Exchange exchange, InputStream body)
            throws IOException {
        return Exchange.response(deposits.derive(asked(exchange, body), id, Derivation.TRANSLATION));
    }

    private Asked asked(Exchange exchange, InputStream body) throws IOException {
        return exchange.asked(callers.required(), body);
    }
}
