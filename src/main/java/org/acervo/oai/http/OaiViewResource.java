package org.acervo.oai.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.acervo.catalog.StorageUnavailable;
import org.acervo.pages.Pages;

/** The answers of OAI-PMH as pages for people. */
@Path("oai/view")
@Dependent
public class OaiViewResource {

    private final OaiViewer viewer;
    private final Outage outage;

    @Inject
    OaiViewResource(OaiViewer viewer, Outage outage) {
        this.viewer = viewer;
        this.outage = outage;
    }

    @GET
    public Response view(@Context HttpServletRequest request) {
        RawArguments query = new RawArguments();
        query.add(Optional.ofNullable(request.getQueryString()).orElse(""));
        ViewRequest asked = ViewRequest.of(query.all(), request.getHeader("Accept-Language"));
        try {
            String page = viewer.view(asked);
            outage.over();
            return Pages.html(200, page).build();
        } catch (StorageUnavailable away) {
            return Pages.html(503, viewer.unavailable(asked))
                    .header("Retry-After", outage.failed())
                    .build();
        }
    }
}
