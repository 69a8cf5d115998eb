package org.acervo.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.acervo.access.Account;
import org.acervo.access.AccountWish;
import org.acervo.access.Caller;
import org.acervo.access.Enrolment;
import org.acervo.access.SignIn;
import org.acervo.access.Visits;
import org.acervo.access.http.SessionCookie;
import org.acervo.access.http.SessionCookie.Kind;
import org.acervo.access.openid.Ways;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;

/** One's own account: language and password. */
@Path("account")
@Controller
@RequestScoped
public class AccountResource {

    private static final String TEMPLATE = "console/account.ftlh";
    private static final int REFUSED = 422;

    private final Desk desk;
    private final SignIn signIn;
    private final Enrolment enrolment;
    private final Visits visits;
    private final SessionCookie cookie;
    private final Ways ways;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AccountResource() {
        this(null, null, null, null, null, null);
    }

    @Inject
    AccountResource(Desk desk, SignIn signIn, Enrolment enrolment, Visits visits, SessionCookie cookie, Ways ways) {
        this.desk = desk;
        this.signIn = signIn;
        this.enrolment = enrolment;
        this.visits = visits;
        this.cookie = cookie;
        this.ways = ways;
    }

    /**
     * What the page shows.
     *
     * @param passwords whether a password is of any use
     * @param done the key of what is to be told, or nothing
     */
    public record View(
            Account account,
            List<Map<String, String>> languages,
            boolean passwords,
            Map<String, String> problems,
            String done) {}

    @GET
    public Response show() {
        return show(200, Map.of());
    }

    private Response show(int status, Map<String, String> problems) {
        List<Map<String, String>> languages = Arrays.stream(InterfaceLanguage.values())
                .map(each -> Map.of("tag", each.tag(), "name", each.locale().getDisplayLanguage(each.locale())))
                .toList();
        return desk.page(
                status,
                TEMPLATE,
                new View(
                        desk.visit().account(),
                        languages,
                        ways.passwords(),
                        problems,
                        desk.query().get("done")));
    }

    @POST
    @Path("language")
    public Response language() {
        InterfaceLanguage chosen = InterfaceLanguage.find(desk.form().get("language"));
        if (chosen != null) {
            visits.address(desk.visit().account(), chosen);
        }
        return desk.to("account", Map.of("done", "language"));
    }

    /** A new password ends every session of the account; this browser begins another one. */
    @POST
    @Path("password")
    public Response password() {
        Fields form = desk.form();
        String name = desk.visit().account().name();
        String fresh = form.get("fresh");
        if (!fresh.equals(form.get("again"))) {
            return show(REFUSED, Map.of("again", desk.text(TEMPLATE, "account.unlike")));
        }
        try {
            signIn.byPassword(name, form.get("old"), desk.address());
        } catch (Refused refused) {
            boolean slowed = refused.findings().get(0).rule() == Rule.TOO_MANY_REQUESTS;
            return show(REFUSED, Map.of("old", desk.text(TEMPLATE, slowed ? "account.slowed" : "account.wrong")));
        }
        try {
            enrolment.change(name, new AccountWish(null, null, null, null, null, fresh), false, desk.source());
        } catch (Refused refused) {
            Finding first = refused.findings().get(0);
            return show(REFUSED, Map.of("fresh", first.message(desk.language())));
        }
        Caller caller = signIn.byPassword(name, fresh, desk.address());
        return Response.fromResponse(desk.to("account", Map.of("done", "password")))
                .cookie(cookie.give(Kind.SESSION, visits.begin(caller, false)))
                .build();
    }
}
