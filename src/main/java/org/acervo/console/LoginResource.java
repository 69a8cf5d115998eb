package org.acervo.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.acervo.access.SignIn;
import org.acervo.access.Visits;
import org.acervo.access.http.SessionCookie;
import org.acervo.access.http.SessionCookie.Kind;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;

/** Signing in with a password, and signing out. The session that a browser had before is never the one that it has after. */
@Path("/")
@Controller
@RequestScoped
public class LoginResource {

    private static final int REFUSED = 422;
    private static final int SLOWED = 429;

    private final Desk desk;
    private final Frame frame;
    private final LoginPage page;
    private final SignIn signIn;
    private final Visits visits;
    private final SessionCookie cookie;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LoginResource() {
        this(null, null, null, null, null, null);
    }

    @Inject
    LoginResource(Desk desk, Frame frame, LoginPage page, SignIn signIn, Visits visits, SessionCookie cookie) {
        this.desk = desk;
        this.frame = frame;
        this.page = page;
        this.signIn = signIn;
        this.visits = visits;
        this.cookie = cookie;
    }

    @GET
    @Path("login")
    public Response form() {
        String to = LoginPage.local(desk.query().get("to"));
        return frame.visit().isPresent() ? desk.to(to) : page.show(200, to, "", "");
    }

    @POST
    @Path("login")
    public Response signIn() {
        Fields form = desk.form();
        String to = LoginPage.local(form.get("to"));
        String name = form.get("name");
        String expected =
                cookie.read(request, Kind.STRANGER).map(Visits::strangersToken).orElse("");
        if (expected.isEmpty() || !Visits.same(expected, form.get(Gate.TOKEN))) {
            return page.show(REFUSED, to, name, desk.text(LoginPage.TEMPLATE, "login.again"));
        }
        try {
            return page.enter(signIn.byPassword(name, form.get("password"), desk.address()), false, to);
        } catch (Refused refused) {
            Finding first = refused.findings().get(0);
            return switch (first.rule()) {
                case TOO_MANY_REQUESTS -> page.show(SLOWED, to, name, slowed(first));
                case PASSWORDS_NOT_TAKEN -> page.show(REFUSED, to, name, first.message(desk.language()));
                default -> page.show(REFUSED, to, name, desk.text(LoginPage.TEMPLATE, "login.wrong"));
            };
        }
    }

    private String slowed(Finding finding) {
        return desk.text(
                LoginPage.TEMPLATE,
                "login.slowed",
                finding.expected().stream().findFirst().orElse(""));
    }

    /** Whoever came through the OpenID provider is shown the way out of it, by a page of its own: no form may lead there. */
    @POST
    @Path("logout")
    public Response signOut() {
        boolean federated = visits.end(desk.visit().key());
        return Response.fromResponse(federated ? desk.to("openid/out") : desk.to("login", Map.of("done", "out")))
                .cookie(cookie.take(Kind.SESSION))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }
}
