package org.acervo.platform;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
            String value = response.getHeaderString(name);
            if (value != null) {
                answer.header(name, name.equals(HttpHeaders.ALLOW) ? allowed(value) : value);
            }
        }
        return answer.build();
    }

    /** What may be read may be asked for without its content, too (RFC 9110 section 9.3.2). */
    static String allowed(String methods) {
        Set<String> all = new TreeSet<>(List.of(methods.split("\\s*,\\s*", -1)));
        if (all.contains(HttpMethod.GET)) {
            all.add(HttpMethod.HEAD);
        }
        return String.join(", ", all);
    }
}
