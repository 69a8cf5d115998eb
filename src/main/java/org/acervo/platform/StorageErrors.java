package org.acervo.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.acervo.catalog.StorageUnavailable;

/** The database is away: 503, and when to come back. */
public class StorageErrors implements ExceptionMapper<StorageUnavailable> {

    private static final int WAIT_SECONDS = 30;

    private final Errors errors;

    @Context
    private HttpServletRequest request;

    @Inject
    StorageErrors(Errors errors) {
        this.errors = errors;
    }

    @Override
    public Response toResponse(StorageUnavailable away) {
        return errors.answer(503, "", request)
                .header("Retry-After", WAIT_SECONDS)
                .build();
    }
}
