package org.acervo.console;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acervo.access.Visit;
import org.acervo.access.Visits;
import org.acervo.catalog.Repository;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Query;

/**
 * Stands before every page of the console but the sign-in: whoever is not signed in is sent there and comes back afterwards;
 * what changes something must carry the token of the session's own forms.
 */
@Provider
@PreMatching
public class Gate implements ContainerRequestFilter {

    /** Under which a request has the {@link Fields} of its form. */
    static final String FORM = "org.acervo.console.form";

    /** Under which it has the {@link Upload} that the form brings. */
    static final String UPLOAD = "org.acervo.console.upload";

    /** The field, or the header of a script, that has the token. */
    static final String TOKEN = "token";

    /** The pages of whoever is not signed in yet. */
    private static final Set<String> OPEN = Set.of("login", "openid", "openid/return", "openid/out");

    private static final String TOKEN_HEADER = "X-Acervo-Token";
    private static final int LARGEST_FORM = 8 << 20;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;

    private final Frame frame;
    private final Visits visits;
    private final Repository repository;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Inject
    Gate(Frame frame, Visits visits, Repository repository) {
        this.frame = frame;
        this.visits = visits;
        this.repository = repository;
    }

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        String path = context.getUriInfo().getPath();
        boolean reads = context.getMethod().equals("GET") || context.getMethod().equals("HEAD");
        if (!reads && is(context, MediaType.APPLICATION_FORM_URLENCODED_TYPE) && !readForm(context)) {
            return;
        }
        if (OPEN.contains(path)) {
            return;
        }
        Optional<Visit> visit = frame.visit();
        if (visit.isPresent() && !reads && is(context, MediaType.MULTIPART_FORM_DATA_TYPE)) {
            openUpload(context);
        }
        if (visit.isEmpty()) {
            context.abortWith(reads ? toSignIn(path) : ended());
        } else if (!request.getRequestURI().startsWith("/console/")) {
            context.abortWith(seeOther(""));
        } else if (!reads && !Visits.same(visit.get().token(), token(context))) {
            context.abortWith(page(FORBIDDEN, "console/forged.ftlh"));
        } else if (reads) {
            remember(visit.get());
        }
    }

    private Response toSignIn(String path) {
        String query = request.getQueryString();
        String back = path + (query == null ? "" : "?" + query);
        String login = "login" + (back.isEmpty() ? "" : Query.ofSingle(Map.of("to", back)));
        if (request.getHeader("HX-Request") != null) { // the page as a whole goes there, not a part of it
            return Response.status(UNAUTHORIZED)
                    .header("HX-Redirect", Desk.link(repository, login))
                    .build();
        }
        return seeOther(login);
    }

    private Response seeOther(String path) {
        return Response.status(303)
                .header(HttpHeaders.LOCATION, Desk.link(repository, path))
                .build();
    }

    private Response ended() {
        return page(UNAUTHORIZED, "console/ended.ftlh");
    }

    private Response page(int status, String template) {
        Response.ResponseBuilder answer = Response.status(status).entity(frame.fill(template, request, Map.of()));
        Pages.ownHeaders().forEach(answer::header);
        return answer.build();
    }

    /** A language that is chosen on any page stays with the account. */
    private void remember(Visit visit) {
        PageRequest asked = PageRequest.of(request);
        if (asked.chosen() && visit.account().language() != asked.language()) {
            visits.address(visit.account(), asked.language());
        }
    }

    private String token(ContainerRequestContext context) {
        String header = context.getHeaderString(TOKEN_HEADER);
        if (header != null) {
            return header;
        }
        return request.getAttribute(FORM) instanceof Fields fields ? fields.get(TOKEN) : "";
    }

    private static boolean is(ContainerRequestContext context, MediaType wanted) {
        MediaType type = context.getMediaType();
        return type != null && type.isCompatible(wanted);
    }

    /** The fields before the first file are the form; the token is one of them. */
    private void openUpload(ContainerRequestContext context) throws IOException {
        Upload upload = Upload.of(context.getMediaType(), context.getEntityStream());
        request.setAttribute(UPLOAD, upload);
        request.setAttribute(FORM, upload.fields());
    }

    /** @return whether it could be read */
    private boolean readForm(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readNBytes(LARGEST_FORM + 1);
        if (body.length > LARGEST_FORM) {
            context.abortWith(Response.status(TOO_LARGE).build());
            return false;
        }
        try {
            request.setAttribute(FORM, Fields.parse(new String(body, StandardCharsets.ISO_8859_1)));
            return true;
        } catch (IllegalArgumentException tooMany) {
            context.abortWith(Response.status(TOO_LARGE).build());
            return false;
        }
    }
}
