package org.acervo.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Everything else that goes wrong: what the rules refuse with its findings, 503 with the time to come back while the
 * database is away, else 500 with a reference to the log and nothing of what is in it.
 */
public class Faults implements ExceptionMapper<Throwable> {

    private final Errors errors;

    @Context
    private HttpServletRequest request;

    @Inject
    Faults(Errors errors) {
        this.errors = errors;
    }

    @Override
    public Response toResponse(Throwable fault) {
        return errors.fault(fault, request).build();
    }
}
