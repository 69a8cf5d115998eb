package org.acervo.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.access.Attempt;
import org.acervo.access.FederatedSignIn;
import org.acervo.access.NotAdmitted;
import org.acervo.access.NotAdmitted.Reason;
import org.acervo.access.http.SessionCookie;
import org.acervo.access.http.SessionCookie.Kind;
import org.acervo.access.openid.OpenIdProvider;
import org.acervo.access.openid.OpenIdProvider.Answer;
import org.acervo.access.openid.OpenIdProvider.Person;
import org.acervo.access.openid.Ways;

/** Signing in and out by way of the OpenID provider, if there is one. */
@Path("openid")
@Controller
@RequestScoped
public class OpenIdResource {

    private static final Logger LOG = Logger.getLogger(OpenIdResource.class.getName());
    private static final int SEE_OTHER = 303;

    private final Desk desk;
    private final LoginPage page;
    private final FederatedSignIn signIn;
    private final Ways ways;
    private final SessionCookie cookie;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OpenIdResource() {
        this(null, null, null, null, null);
    }

    @Inject
    OpenIdResource(Desk desk, LoginPage page, FederatedSignIn signIn, Ways ways, SessionCookie cookie) {
        this.desk = desk;
        this.page = page;
        this.signIn = signIn;
        this.ways = ways;
        this.cookie = cookie;
    }

    /** Sends the browser to the provider. */
    @GET
    public Response begin() {
        OpenIdProvider provider = provider();
        String to = LoginPage.local(desk.query().get("to"));
        try {
            Attempt attempt = signIn.begin(to, desk.address());
            String location =
                    provider.authorization(attempt, desk.language().tag()).toString();
            return Response.status(SEE_OTHER)
                    .header(HttpHeaders.LOCATION, location)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .cookie(cookie.give(Kind.ATTEMPT, attempt.key()))
                    .build();
        } catch (NotAdmitted failure) {
            return refused(failure, to);
        }
    }

    /** Where the provider sends it back to. */
    @GET
    @Path("return")
    public Response finish() {
        OpenIdProvider provider = provider();
        Fields query = desk.query();
        String to = "";
        try {
            Attempt attempt = signIn.resume(cookie.read(request, Kind.ATTEMPT).orElse(""), query.get("state"));
            to = attempt.goal();
            Answer answer = new Answer(query.get("code"), query.get("iss"), query.get("error"));
            Person person = provider.person(answer, attempt);
            return page.enter(signIn.enter(person.identity(), person.named(), desk.address()), true, to);
        } catch (NotAdmitted failure) {
            if (failure.reason() != Reason.OVER) { // anybody may ask for this page; only who was sent here is noted
                signIn.refused(failure, desk.address());
            }
            return Response.fromResponse(refused(failure, to))
                    .cookie(cookie.take(Kind.ATTEMPT))
                    .build();
        }
    }

    /** The provider asks by itself whether to sign out there too; where it cannot, this is told. */
    @GET
    @Path("out")
    public Response out() {
        try {
            String out = provider().signOut().map(Object::toString).orElse("");
            Response goodbye = page.goodbye("out", out);
            return out.isEmpty()
                    ? goodbye
                    : Response.fromResponse(goodbye)
                            .header("Refresh", "0; url=" + out)
                            .build();
        } catch (NotAdmitted away) {
            return page.goodbye("out", "");
        }
    }

    private Response refused(NotAdmitted failure, String to) {
        LOG.log(Level.INFO, "A sign-in through OpenID Connect failed: {0}", failure.getMessage());
        int status =
                switch (failure.reason()) {
                    case AWAY -> 503;
                    case SLOWED -> 429;
                    case OVER, INVALID -> 400;
                    default -> 403;
                };
        String key = "login.openid." + failure.reason().name().toLowerCase(Locale.ROOT);
        return page.show(
                status, to, "", desk.text(LoginPage.TEMPLATE, key, provider().name(), failure.named()));
    }

    private OpenIdProvider provider() {
        return ways.provider().orElseThrow(NotFoundException::new);
    }
}
