package org.acervo.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Errors that JAX-RS and the resources raise by their status: 400, 404, 405, 406 and so on. */
public class RequestErrors implements ExceptionMapper<WebApplicationException> {

    private final Errors errors;

    @Context
    private HttpServletRequest request;

    @Inject
    RequestErrors(Errors errors) {
        this.errors = errors;
    }

    @Override
    public Response toResponse(WebApplicationException raised) {
        Response response = raised.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        String reference = response.getStatus() < 500 ? "" : errors.note(raised, request);
        Response.ResponseBuilder answer = errors.answer(response.getStatus(), reference, request);
        for (String name : new String[] {HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER}) {
            if (response.getHeaderString(name) != null) {
                answer.header(name, response.getHeaderString(name));
            }
        }
        return answer.build();
    }
}
