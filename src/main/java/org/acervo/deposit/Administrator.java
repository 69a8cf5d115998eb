package org.acervo.deposit;

import jakarta.servlet.http.HttpServletRequest;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Caller;
import org.acervo.access.Callers;
import org.acervo.access.Right;
import org.acervo.access.http.TrustedProxies;

/** Who is asked for where access itself is managed. Thread-safe. */
final class Administrator {

    private final Callers callers;
    private final TrustedProxies proxies;

    Administrator(Callers callers, TrustedProxies proxies) {
        this.callers = callers;
        this.proxies = proxies;
    }

    /**
     * The one who makes the request, for the audit trail.
     *
     * @throws org.acervo.catalog.Refused where nobody is signed in, or somebody who is no administrator
     */
    Source required(HttpServletRequest request) {
        Caller caller = callers.required();
        caller.require(Right.ADMINISTER);
        return new Source(caller.name(), proxies.client(request));
    }
}
