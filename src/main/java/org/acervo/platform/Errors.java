package org.acervo.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.acervo.catalog.Finding;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.console.ErrorView;
import org.acervo.pages.ErrorPage;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.vocabulary.InterfaceLanguage;

/** Answers with errors: a page for people, problem details (RFC 9457) for programs that ask for JSON. */
@ApplicationScoped
class Errors {

    private static final int FAULT = 500;
    private static final int UNAVAILABLE = 503;
    private static final int WAIT_SECONDS = 30;
    private static final Logger LOG = Logger.getLogger(Errors.class.getName());

    @Inject
    private ErrorPage page;

    @Inject
    private ErrorView consolePage;

    @Inject
    private Problems problems;

    /**
     * An answer to something that went wrong: what was found where the rules do not allow a change, 503 while the database
     * is away, else 500 with a reference to the log.
     */
    Response.ResponseBuilder fault(Throwable fault, HttpServletRequest request) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            List<Finding> findings = Problems.findings(cause);
            if (findings != null) {
                return answer(Problems.status(findings), findings, "", request)
                        .header("Retry-After", Problems.retryAfter(findings));
            }
            if (cause instanceof StorageUnavailable) {
                return answer(UNAVAILABLE, "", request).header("Retry-After", WAIT_SECONDS);
            }
        }
        return answer(FAULT, note(fault, request), request);
    }

    /** An answer with a status from 400 to 599. */
    Response.ResponseBuilder answer(int status, String reference, HttpServletRequest request) {
        return answer(status, List.of(), reference, request);
    }

    private Response.ResponseBuilder answer(
            int status, List<Finding> findings, String reference, HttpServletRequest request) {
        String address = address(request);
        PageRequest asked = PageRequest.of(address, request.getQueryString(), request.getHeader("Accept-Language"));
        ErrorPage.Told told = Problems.told(status, findings, asked);
        boolean isRecord = address.endsWith(".json") || address.endsWith(".jsonld");
        if (address.startsWith("/api/") || AcceptedTypes.preferJson(request.getHeader("Accept"), isRecord)) {
            return problems.answer(told, findings, asked.language(), reference, address);
        }
        return address.startsWith("/console/")
                ? inConsole(status, findings, reference, request)
                : Pages.html(status, page.html(told, reference, asked));
    }

    private Response.ResponseBuilder inConsole(
            int status, List<Finding> findings, String reference, HttpServletRequest request) {
        String address = address(request);
        PageRequest asked = PageRequest.of(address, null, request.getHeader("Accept-Language"));
        String html;
        try {
            InterfaceLanguage language = consolePage.language(request);
            ErrorPage.Told told = ErrorPage.told(status, new PageRequest(asked.path(), Map.of(), language, false));
            html = consolePage.html(told, findings, reference, address, language);
        } catch (RuntimeException nobodyKnowsWhoLooks) {
            // What failed may be the very thing that the page of the console needs
            html = page.html(ErrorPage.told(status, asked), reference, asked);
        }
        Response.ResponseBuilder answer = Response.status(status).entity(html);
        Pages.ownHeaders().forEach(answer::header);
        return answer;
    }

    /** Notes a fault in the log; gives the reference by which it is found there. */
    String note(Throwable fault, HttpServletRequest request) {
        String reference = Long.toString(System.nanoTime() & Integer.MAX_VALUE, Character.MAX_RADIX);
        LOG.log(
                Level.SEVERE,
                fault,
                () -> "Fault " + reference + " at " + request.getMethod() + " " + address(request));
        return reference;
    }

    /** The path that was asked for, also where the server has sent the request on to the page of its errors. */
    private static String address(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String path ? path : request.getRequestURI();
    }
}
