package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Issuance;
import org.acervo.access.Right;
import org.acervo.access.Token;
import org.acervo.access.Tokens;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;
import org.jspecify.annotations.Nullable;

/** The missions' tokens, for administrators. */
@Path("api/v1/tokens")
@Dependent
public class TokensResource {

    private final Administrator administrator;
    private final Tokens tokens;
    private final Issuance issuance;
    private final Repository repository;

    @Inject
    TokensResource(Administrator administrator, Tokens tokens, Issuance issuance, Repository repository) {
        this.administrator = administrator;
        this.tokens = tokens;
        this.issuance = issuance;
        this.repository = repository;
    }

    /** @param mission only its tokens; null for all */
    @GET
    public Response list(@Context HttpServletRequest request, @QueryParam("mission") @Nullable String mission) {
        administrator.required(request);
        JsonArrayBuilder list = JsonMaker.array();
        tokens.all().stream()
                .filter(token -> mission == null || token.mission().equals(mission))
                .forEach(token -> list.add(json(token)));
        return PrivateJson.ok(JsonMaker.object().add("tokens", list).build());
    }

    @GET
    @Path("{id}")
    public Response get(@Context HttpServletRequest request, @PathParam("id") String id) {
        administrator.required(request);
        Token token = tokens.find(id).orElseThrow(PrivateJson::nothing);
        return PrivateJson.ok(json(token).build());
    }

    /** @throws IOException where the body breaks off */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Context HttpServletRequest request, InputStream body) throws IOException {
        Source source = administrator.required(request);
        RequestObject object = RequestObject.read(body);
        Issuance.Wish wish = new Issuance.Wish(
                object.text("mission"),
                orNone(object.texts("scopes")),
                orNone(object.texts("onBehalfOf")),
                object.text("label"),
                object.time("expires"));
        object.refuse(issuance.check(wish));
        Issuance.Issued issued = issuance.issue(wish, source);
        return PrivateJson.json(
                        201, json(issued.token()).add("token", issued.text()).build())
                .location(URI.create(address(issued.token())))
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@Context HttpServletRequest request, @PathParam("id") String id) {
        Source source = administrator.required(request);
        if (!issuance.revoke(id, source) && tokens.find(id).isEmpty()) {
            throw PrivateJson.nothing();
        }
        return Response.noContent().build();
    }

    private JsonObjectBuilder json(Token token) {
        return JsonMaker.object()
                .add("id", token.id())
                .add("mission", token.mission())
                .add("label", token.label())
                .add(
                        "scopes",
                        PrivateJson.texts(
                                token.scopes().stream().map(Right::code).toList()))
                .add("onBehalfOf", PrivateJson.texts(token.delegations()))
                .add("creator", token.creator())
                .add("created", PrivateJson.time(token.created()))
                .add("expires", PrivateJson.time(token.expires()))
                .add("lastUsed", PrivateJson.time(token.used()))
                .add("revoked", PrivateJson.time(token.revoked()))
                .add("links", JsonMaker.object().add("self", address(token)));
    }

    private String address(Token token) {
        return repository.baseUrl() + "/api/v1/tokens/" + token.id();
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
