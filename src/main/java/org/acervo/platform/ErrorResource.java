package org.acervo.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Where the server sends requests that it refused by itself; there is nothing to see for anyone else. */
@Path("error")
@Dependent
public class ErrorResource {

    private static final int NOT_FOUND = 404;

    private final Errors errors;

    @Inject
    ErrorResource(Errors errors) {
        this.errors = errors;
    }

    @GET
    public Response get(@Context HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return errors.fault(fault, request).build();
        }
        int told = status instanceof Integer code && code >= 400 ? code : NOT_FOUND;
        return errors.answer(told, "", request).build();
    }

    /** The server sends a request on with the method that it had. */
    @POST
    public Response post(@Context HttpServletRequest request) {
        return get(request);
    }

    @PUT
    public Response put(@Context HttpServletRequest request) {
        return get(request);
    }

    @PATCH
    public Response patch(@Context HttpServletRequest request) {
        return get(request);
    }

    @DELETE
    public Response delete(@Context HttpServletRequest request) {
        return get(request);
    }

    @HEAD
    public Response head(@Context HttpServletRequest request) {
        return get(request);
    }
}
