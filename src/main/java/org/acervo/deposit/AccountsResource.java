package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acervo.access.Account;
import org.acervo.access.AccountWish;
import org.acervo.access.Accounts;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Enrolment;
import org.acervo.access.Enrolment.Enrolled;
import org.acervo.access.Identities;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;

/** The accounts, for administrators. */
@Path("api/v1/accounts")
@Dependent
public class AccountsResource {

    private final Administrator administrator;
    private final Accounts accounts;
    private final Enrolment enrolment;
    private final Identities identities;
    private final Repository repository;

    @Inject
    AccountsResource(
            Administrator administrator,
            Accounts accounts,
            Enrolment enrolment,
            Identities identities,
            Repository repository) {
        this.identities = identities;
        this.administrator = administrator;
        this.accounts = accounts;
        this.enrolment = enrolment;
        this.repository = repository;
    }

    @GET
    public Response list(@Context HttpServletRequest request) {
        administrator.required(request);
        JsonArrayBuilder list = JsonMaker.array();
        accounts.all().forEach(account -> list.add(json(account)));
        return PrivateJson.ok(JsonMaker.object().add("accounts", list).build());
    }

    @GET
    @Path("{name}")
    public Response get(@Context HttpServletRequest request, @PathParam("name") String name) {
        administrator.required(request);
        return PrivateJson.ok(json(known(name)).build());
    }

    /** @throws IOException where the body breaks off */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@Context HttpServletRequest request, InputStream body) throws IOException {
        Source source = administrator.required(request);
        RequestObject object = RequestObject.read(body);
        String name = object.text("name");
        AccountWish wish = wish(object);
        object.refuse(enrolment.check(name, wish));
        Enrolled made = enrolment.enrol(name, wish, source);
        return PrivateJson.json(201, told(made))
                .location(URI.create(address(made.account())))
                .build();
    }

    /**
     * Changes the members that are sent; {@code "reset": true} makes a new password.
     *
     * @throws IOException where the body breaks off
     */
    @PATCH
    @Path("{name}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(@Context HttpServletRequest request, @PathParam("name") String name, InputStream body)
            throws IOException {
        Source source = administrator.required(request);
        RequestObject object = RequestObject.read(body);
        AccountWish wish = wish(object);
        boolean reset = Boolean.TRUE.equals(object.truth("reset"));
        object.refuse(enrolment.check(known(name), wish));
        Enrolled changed = enrolment.change(name, wish, reset, source).orElseThrow(PrivateJson::nothing);
        return PrivateJson.ok(told(changed));
    }

    @DELETE
    @Path("{name}")
    public Response remove(@Context HttpServletRequest request, @PathParam("name") String name) {
        if (!enrolment.remove(name, administrator.required(request))) {
            throw PrivateJson.nothing();
        }
        return Response.noContent().build();
    }

    /** Takes an account from the person of the OpenID provider whom it belongs to. */
    @DELETE
    @Path("{name}/identity")
    public Response unlink(@Context HttpServletRequest request, @PathParam("name") String name) {
        if (!enrolment.unlink(name, administrator.required(request))) {
            throw PrivateJson.nothing();
        }
        return Response.noContent().build();
    }

    private Account known(String name) {
        return accounts.find(name).orElseThrow(PrivateJson::nothing);
    }

    private static AccountWish wish(RequestObject object) {
        return new AccountWish(
                object.text("role"),
                object.text("mission"),
                object.texts("onBehalfOf"),
                object.text("language"),
                object.truth("disabled"),
                object.text("password"));
    }

    private JsonObject told(Enrolled enrolled) {
        JsonObjectBuilder json = json(enrolled.account());
        enrolled.password().ifPresent(password -> json.add("password", password));
        return json.build();
    }

    private JsonObjectBuilder json(Account account) {
        return JsonMaker.object()
                .add("name", account.name())
                .add("role", account.role().code())
                .add("mission", PrivateJson.text(account.mission()))
                .add("onBehalfOf", PrivateJson.texts(account.delegations()))
                .add("language", account.language().tag())
                .add("disabled", account.disabled())
                .add("identity", identity(account.name()))
                .add("creator", account.creator())
                .add("created", PrivateJson.time(account.created()))
                .add("links", JsonMaker.object().add("self", address(account)));
    }

    /** The person of the OpenID provider whom an account belongs to, or null. */
    private JsonValue identity(String account) {
        return identities
                .of(account)
                .<JsonValue>map(link -> JsonMaker.object()
                        .add("issuer", link.identity().issuer())
                        .add("subject", link.identity().subject())
                        .add("since", PrivateJson.time(link.since()))
                        .build())
                .orElse(JsonValue.NULL);
    }

    private String address(Account account) {
        return repository.baseUrl() + "/api/v1/accounts/" + URLEncoder.encode(account.name(), StandardCharsets.UTF_8);
    }
}
