package org.acervo.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Takes a semicolon in the name of a file for what it is. JAX-RS takes what follows it for parameters of the path, so that
 * {@code a;b.pdf}, which need not be encoded (RFC 3986 section 3.3), would be kept under the name {@code a}, or delete it.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class LiteralFileNames implements ContainerRequestFilter {

    private static final String FILES = "/files/";

    /** For the container. */
    public LiteralFileNames() {
        // it holds nothing
    }

    @Override
    public void filter(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        String path = asked.getRawPath();
        if (path.contains(FILES) && path.contains(";")) {
            URI literal = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replacePath(path.replace(";", "%3B"))
                    .build();
            request.setRequestUri(literal);
        }
    }
}
