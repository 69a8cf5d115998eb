package org.acervo.oai.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.acervo.catalog.StorageUnavailable;

/** The answers of OAI-PMH as pages for people, with their stylesheet and icon. */
@Path("")
@Dependent
public class OaiViewResource {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final OaiViewer viewer;
    private final Outage outage;

    @Inject
    OaiViewResource(OaiViewer viewer, Outage outage) {
        this.viewer = viewer;
        this.outage = outage;
    }

    @GET
    @Path("view")
    public Response view(@Context HttpServletRequest request) {
        RawArguments query = new RawArguments();
        query.add(Optional.ofNullable(request.getQueryString()).orElse(""));
        ViewRequest asked = ViewRequest.of(query.all(), request.getHeader("Accept-Language"));
        try {
            Response.ResponseBuilder found = Response.ok(viewer.view(asked));
            outage.over();
            return page(found);
        } catch (StorageUnavailable away) {
            return page(Response.status(503).entity(viewer.unavailable(asked)).header("Retry-After", outage.failed()));
        }
    }

    private static Response page(Response.ResponseBuilder response) {
        return response.header("Content-Type", "text/html; charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("style.css")
    public Response style() throws IOException {
        return asset("acervo.css", "text/css; charset=UTF-8");
    }

    @GET
    @Path("icon.svg")
    public Response icon() throws IOException {
        return asset("icon.svg", "image/svg+xml");
    }

    private static Response asset(String name, String type) throws IOException {
        try (InputStream in = OaiViewResource.class.getResourceAsStream("/org/acervo/assets/" + name)) {
            return in == null
                    ? Response.status(404).build()
                    : Response.ok(in.readAllBytes())
                            .header("Content-Type", type)
                            .header("X-Content-Type-Options", "nosniff")
                            .header("Cache-Control", "public, max-age=3600")
                            .build();
        }
    }
}
