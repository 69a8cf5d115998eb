package org.acervo.access.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.access.SignIn;
import org.acervo.access.Visit;
import org.acervo.access.Visits;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StorageUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a request is asked who makes it, by its path. Under {@code /api/} that is the header
 * {@code Authorization}, with a mission's token or with an account's name and password, and never a cookie, so that no
 * other site can use somebody's browser for it. Under {@code /console/} it is the cookie of a session, and nothing else.
 * Elsewhere nobody is asked.
 */
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    private static final String API = "/api/";
    private static final String CONSOLE = "/console/";

    private final Provider<SignIn> signIn;
    private final Provider<TrustedProxies> proxies;
    private final Provider<Visits> visits;
    private final Provider<SessionCookie> cookie;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Authentication() {
        this(null, null, null, null);
    }

    /** The providers are asked only where somebody signs in. */
    @Inject
    Authentication(
            Provider<SignIn> signIn,
            Provider<TrustedProxies> proxies,
            Provider<Visits> visits,
            Provider<SessionCookie> cookie) {
        this.signIn = signIn;
        this.proxies = proxies;
        this.visits = visits;
        this.cookie = cookie;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getRequestURI().startsWith(CONSOLE)) {
            return bySession(request, context);
        }
        return request.getRequestURI().startsWith(API) ? byHeader(request, context) : context.doNothing();
    }

    private AuthenticationStatus bySession(HttpServletRequest request, HttpMessageContext context) {
        try {
            Optional<Visit> visit = cookie.get().read(request).flatMap(visits.get()::find);
            visit.ifPresent(each -> SignedIn.note(request, each));
            return visit.isPresent() ? login(visit.get().caller(), context) : context.doNothing();
        } catch (StorageUnavailable failure) {
            SignedIn.note(request, failure);
            return context.doNothing();
        }
    }

    private AuthenticationStatus byHeader(HttpServletRequest request, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return context.doNothing();
        }
        try {
            Caller caller = caller(header, TrustedProxies.counted(proxies.get().client(request)));
            SignedIn.note(request, caller);
            return login(caller, context);
        } catch (Refused | StorageUnavailable failure) {
            SignedIn.note(request, failure);
            return context.doNothing();
        }
    }

    private static AuthenticationStatus login(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(
                caller.name(), caller.rights().stream().map(Right::code).collect(Collectors.toSet()));
    }

    private Caller caller(String header, String address) {
        String[] words = header.strip().split("\\s+", 2);
        String credentials = words.length == 2 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> signIn.get().byToken(credentials, address);
            case "basic" -> byPassword(credentials, address);
            default -> throw new Refused(Finding.of(Rule.SIGN_IN_REQUIRED, "", words[0], "Bearer", "Basic"));
        };
    }

    /** Name and password as RFC 7617 has them, in UTF-8. */
    private Caller byPassword(String credentials, String address) {
        String text = decoded(credentials);
        int colon = text == null ? -1 : text.indexOf(':');
        if (text == null || colon < 0) {
            return signIn.get().byPassword("", "", address);
        }
        return signIn.get().byPassword(text.substring(0, colon), text.substring(colon + 1), address);
    }

    private static @Nullable String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
