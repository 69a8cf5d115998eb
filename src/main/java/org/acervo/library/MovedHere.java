package org.acervo.library;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.util.Set;
import org.acervo.catalog.Repository;
import org.acervo.catalog.StorageUnavailable;

/** Sends whoever asks for the old address of a publication on to its page, before it is told that there is nothing. */
public class MovedHere implements ContainerResponseFilter {

    private static final int NOT_FOUND = 404;
    private static final int MOVED = 301;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final FormerAddresses addresses;
    private final Repository repository;

    @Context
    private HttpServletRequest http;

    @Inject
    MovedHere(FormerAddresses addresses, Repository repository) {
        this.addresses = addresses;
        this.repository = repository;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != NOT_FOUND || !READING.contains(request.getMethod())) {
            return;
        }
        String path = http.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/publications/")) {
            return;
        }
        String query = http.getQueryString();
        String host = http.getHeader("Host");
        try {
            addresses
                    .find(host == null ? "" : host, query == null ? path : path + "?" + query)
                    .ifPresent(id -> {
                        response.setStatus(MOVED);
                        response.setEntity(null);
                        response.getHeaders().clear();
                        response.getHeaders().putSingle("Location", repository.landingPage(id));
                    });
        } catch (StorageUnavailable away) {
            // The answer stays as it is: without the database nobody knows of an old address
            return;
        }
    }
}
