package org.acervo.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.acervo.access.Caller;
import org.acervo.access.Visit;
import org.acervo.access.Visits;
import org.acervo.access.http.SessionCookie;
import org.acervo.access.http.SessionCookie.Kind;
import org.acervo.access.openid.OpenIdProvider;
import org.acervo.access.openid.Ways;

/** The page on which people sign in, and what follows when they have. For one request. */
@Dependent
class LoginPage {

    static final String TEMPLATE = "console/login.ftlh";

    /** A page of the console: no scheme, no host, nothing that a browser could take for either. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~/-]*(?:\\?[\\x21-\\x7E&&[^\\\\#]]*)?");

    private static final int LONGEST = 2_000;

    private final Desk desk;
    private final Frame frame;
    private final Visits visits;
    private final SessionCookie cookie;
    private final HttpServletRequest request;
    private final Ways ways;

    @Inject
    LoginPage(Desk desk, Frame frame, Visits visits, SessionCookie cookie, HttpServletRequest request, Ways ways) {
        this.desk = desk;
        this.frame = frame;
        this.visits = visits;
        this.cookie = cookie;
        this.request = request;
        this.ways = ways;
    }

    /**
     * What the page shows.
     *
     * @param to the page that is wanted
     * @param provider what the OpenID provider is called, or nothing
     * @param passwords whether there is a form for name and password
     * @param token of the form
     * @param out the address at which to sign out of the provider as well, or nothing
     */
    public record View(
            String to,
            String name,
            String problem,
            String provider,
            boolean passwords,
            String token,
            String done,
            String out) {}

    /** @param problem in the reader's language, or nothing */
    Response show(int status, String to, String name, String problem) {
        return show(status, to, name, problem, "", "");
    }

    /** After signing out; with the address at which to sign out of the provider too, or nothing. */
    Response goodbye(String done, String out) {
        return show(200, "", "", "", done, out);
    }

    private Response show(int status, String to, String name, String problem, String done, String out) {
        Optional<String> known = cookie.read(request, Kind.STRANGER);
        String stranger = known.orElseGet(visits::stranger);
        String provider = ways.provider().map(OpenIdProvider::name).orElse("");
        String token = Visits.strangersToken(stranger);
        Response page =
                desk.page(status, TEMPLATE, new View(to, name, problem, provider, ways.passwords(), token, done, out));
        return known.isPresent()
                ? page
                : Response.fromResponse(page)
                        .cookie(cookie.give(Kind.STRANGER, stranger))
                        .build();
    }

    /** Another session than the one that the browser had, and the page that was wanted. */
    Response enter(Caller caller, boolean federated, String to) {
        frame.visit().map(Visit::key).ifPresent(visits::end);
        return Response.fromResponse(desk.to(to))
                .cookie(
                        cookie.give(Kind.SESSION, visits.begin(caller, federated)),
                        cookie.take(Kind.STRANGER),
                        cookie.take(Kind.ATTEMPT))
                .build();
    }

    /** The page to come back to, if it is one of the console; else the first one. */
    static String local(String to) {
        boolean safe =
                to.length() <= LONGEST && LOCAL.matcher(to).matches() && !to.contains("//") && !to.contains("..");
        return safe && !to.startsWith("login") && !to.startsWith("logout") && !to.startsWith("openid") ? to : "";
    }
}
