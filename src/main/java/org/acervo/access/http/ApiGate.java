package org.acervo.access.http;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.access.Rates;
import org.acervo.access.RefusedRights;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StorageUnavailable;

/**
 * Turns away, before a request comes to the deposit interface, those whose sign-in has failed and those who ask too much;
 * and tells those who are refused how to come in, or when to come back.
 */
@Provider
@PreMatching
public class ApiGate implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(ApiGate.class.getName());
    private static final String API = "api/";
    private static final String WAIT = "org.acervo.access.wait";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Rates rates;
    private final RefusedRights refusedRights;
    private final TrustedProxies proxies;

    @Context
    private HttpServletRequest request;

    @Inject
    ApiGate(Rates rates, RefusedRights refusedRights, TrustedProxies proxies) {
        this.rates = rates;
        this.refusedRights = refusedRights;
        this.proxies = proxies;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (!isApi(context)) {
            return;
        }
        try {
            Duration wait = rates.take(SignedIn.of(request).map(Caller::name).orElseGet(this::address));
            if (!wait.isZero()) {
                String seconds = Long.toString(wait.toSeconds() + 1);
                throw new Refused(Finding.of(Rule.TOO_MANY_REQUESTS, "", null, seconds));
            }
        } catch (Refused refused) {
            for (Finding finding : refused.findings()) {
                if (finding.rule() == Rule.TOO_MANY_REQUESTS) {
                    context.setProperty(WAIT, finding.expected().get(0));
                }
            }
            throw refused;
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (!isApi(context)) {
            return;
        }
        if (context.getProperty(WAIT) instanceof String seconds) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
        }
        if (response.getStatus() == UNAUTHORIZED) {
            // never Basic: a browser would ask its user for a password, and send it from then on
            boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.WWW_AUTHENTICATE,
                            "Bearer realm=\"acervo\"" + (tried ? ", error=\"invalid_token\"" : ""));
        } else if (response.getStatus() == FORBIDDEN) {
            noteRefusal();
        }
    }

    private void noteRefusal() {
        try {
            String what = request.getMethod() + " " + request.getRequestURI();
            SignedIn.of(request).ifPresent(caller -> refusedRights.note(new Source(caller.name(), address()), what));
        } catch (StorageUnavailable away) { // the answer is right all the same
            LOG.log(Level.WARNING, "A refusal could not be noted in the audit trail", away);
        }
    }

    private String address() {
        return TrustedProxies.counted(proxies.client(request));
    }

    private static boolean isApi(ContainerRequestContext context) {
        return context.getUriInfo().getPath().startsWith(API);
    }
}
