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
import java.util.Optional;
import java.util.regex.Pattern;
import org.acervo.access.Caller;
import org.acervo.access.SignIn;
import org.acervo.access.Visit;
import org.acervo.access.Visits;
import org.acervo.access.http.SessionCookie;
import org.acervo.access.http.SessionCookie.Kind;
import org.acervo.catalog.Refused;

/** Signing in and out. The session that a browser had before is never the one that it has after. */
@Path("/")
@Controller
@RequestScoped
public class LoginResource {

    /** A page of the console: no scheme, no host, nothing that a browser could take for either. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~/-]*(?:\\?[\\x21-\\x7E&&[^\\\\#]]*)?");

    private static final String HOME = "account";
    private static final int LONGEST = 2_000;
    private static final int REFUSED = 422;
    private static final int SLOWED = 429;

    private final Desk desk;
    private final Frame frame;
    private final SignIn signIn;
    private final Visits visits;
    private final SessionCookie cookie;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LoginResource() {
        this(null, null, null, null, null);
    }

    @Inject
    LoginResource(Desk desk, Frame frame, SignIn signIn, Visits visits, SessionCookie cookie) {
        this.desk = desk;
        this.frame = frame;
        this.signIn = signIn;
        this.visits = visits;
        this.cookie = cookie;
    }

    @GET
    @Path("login")
    public Response form() {
        String to = local(desk.query().get("to"));
        return frame.visit().isPresent() ? desk.to(to) : form(200, to, "", "");
    }

    private Response form(int status, String to, String name, String problem) {
        Optional<String> known = cookie.read(request, Kind.STRANGER);
        String stranger = known.orElseGet(visits::stranger);
        Map<String, String> model =
                Map.of("to", to, "name", name, "problem", problem, "token", Visits.strangersToken(stranger));
        Response page = desk.page(status, "console/login.ftlh", model);
        return known.isPresent()
                ? page
                : Response.fromResponse(page)
                        .cookie(cookie.give(Kind.STRANGER, stranger))
                        .build();
    }

    @POST
    @Path("login")
    public Response signIn() {
        Fields form = desk.form();
        String to = local(form.get("to"));
        String name = form.get("name");
        String expected =
                cookie.read(request, Kind.STRANGER).map(Visits::strangersToken).orElse("");
        if (expected.isEmpty() || !Visits.same(expected, form.get(Gate.TOKEN))) {
            return form(REFUSED, to, name, desk.text("console/login.ftlh", "login.again"));
        }
        try {
            Caller caller = signIn.byPassword(name, form.get("password"), desk.address());
            frame.visit().map(Visit::key).ifPresent(visits::end);
            return Response.fromResponse(desk.to(to))
                    .cookie(cookie.give(Kind.SESSION, visits.begin(caller)), cookie.take(Kind.STRANGER))
                    .build();
        } catch (Refused refused) {
            boolean slowed = refused.findings().stream()
                    .anyMatch(each -> each.rule() == org.acervo.catalog.Rule.TOO_MANY_REQUESTS);
            return form(
                    slowed ? SLOWED : REFUSED,
                    to,
                    name,
                    desk.text(
                            "console/login.ftlh",
                            slowed ? "login.slowed" : "login.wrong",
                            refused.findings().get(0).expected().stream()
                                    .findFirst()
                                    .orElse("")));
        }
    }

    @POST
    @Path("logout")
    public Response signOut() {
        visits.end(desk.visit().key());
        return Response.fromResponse(desk.to("login"))
                .cookie(cookie.take(Kind.SESSION))
                .header("Clear-Site-Data", "\"cache\"")
                .build();
    }

    /** The page to come back to, if it is one of the console; else the first one. */
    static String local(String to) {
        boolean safe =
                to.length() <= LONGEST && LOCAL.matcher(to).matches() && !to.contains("//") && !to.contains("..");
        return safe && !to.startsWith("login") && !to.startsWith("logout") ? to : HOME;
    }
}
