package org.acervo.deposit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.acervo.files.Uploads;

/** Says in every answer about uploads in parts which protocol is spoken, in refusals too (tus 1.0.0, Tus-Resumable). */
@Provider
public class TusHeaders implements ContainerResponseFilter {

    private static final String VERSION = "1.0.0";

    /** For the container. */
    public TusHeaders() {
        // it holds nothing
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (("/" + request.getUriInfo().getPath()).startsWith(Uploads.PATH)) {
            response.getHeaders().putSingle("Tus-Resumable", VERSION);
            response.getHeaders().putSingle("Tus-Version", VERSION);
        }
    }
}
