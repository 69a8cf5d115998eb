package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.pages.ErrorPage;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;

/** Answers with errors: a page for people, problem details (RFC 9457) for programs that ask for JSON. */
@ApplicationScoped
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class.getName());

    @Inject
    private ErrorPage page;

    /** An answer with a status from 400 to 599. */
    Response.ResponseBuilder answer(int status, String reference, HttpServletRequest request) {
        PageRequest asked = PageRequest.of(request);
        ErrorPage.Told told = ErrorPage.told(status, asked);
        boolean api = request.getRequestURI().startsWith("/api/");
        return AcceptedTypes.preferJson(request.getHeader("Accept"), api)
                ? problem(told, reference, request)
                : Pages.html(status, page.html(told, reference, asked));
    }

    /** Notes a fault in the log; gives the reference by which it is found there. */
    String note(Throwable fault, HttpServletRequest request) {
        String reference = Long.toString(System.nanoTime() & Integer.MAX_VALUE, Character.MAX_RADIX);
        LOG.log(
                Level.SEVERE,
                fault,
                () -> "Fault " + reference + " at " + request.getMethod() + " " + request.getRequestURI());
        return reference;
    }

    private static Response.ResponseBuilder problem(ErrorPage.Told told, String reference, HttpServletRequest request) {
        JsonObjectBuilder problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", told.title())
                .add("status", told.status())
                .add("detail", told.text())
                .add("instance", request.getRequestURI());
        if (!reference.isEmpty()) {
            problem.add("reference", reference);
        }
        return Response.status(told.status())
                .entity(problem.build().toString())
                .header("Content-Type", "application/problem+json; charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept, Accept-Language")
                .header("Cache-Control", "no-cache");
    }
}
