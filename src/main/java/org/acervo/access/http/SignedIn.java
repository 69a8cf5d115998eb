package org.acervo.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.acervo.access.Caller;
import org.acervo.access.Callers;
import org.acervo.access.Visit;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * What is known of who makes a request, kept with the request: the caller, or why it is not known. A failure is told where
 * it is asked for, and not before, so that it is answered like every other error.
 *
 * @param request the one of the thread, by the container's proxy
 */
record SignedIn(HttpServletRequest request) implements Callers {

    private static final String VISIT = "org.acervo.access.visit";
    private static final String OUTCOME = "org.acervo.access.caller";

    static void note(HttpServletRequest request, Caller caller) {
        request.setAttribute(OUTCOME, caller);
    }

    static void note(HttpServletRequest request, Visit visit) {
        request.setAttribute(VISIT, visit);
        note(request, visit.caller());
    }

    static void note(HttpServletRequest request, RuntimeException failure) {
        request.setAttribute(OUTCOME, failure);
    }

    /** @throws RuntimeException the failure to sign in, where that was tried */
    static Optional<Caller> of(HttpServletRequest request) {
        Object outcome = request.getAttribute(OUTCOME);
        if (outcome instanceof RuntimeException failure) {
            throw failure;
        }
        return outcome instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    @Override
    public Optional<Caller> current() {
        return of(request);
    }

    @Override
    public Optional<Visit> visit() {
        current(); // a failure to look is told, and not taken for nobody
        return Optional.ofNullable((Visit) request.getAttribute(VISIT));
    }

    @Override
    public Caller required() {
        return current().orElseThrow(() -> new Refused(Finding.of(Rule.SIGN_IN_REQUIRED, "", null)));
    }
}
