package org.acervo.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/**
 * Sees to headers that cannot be read, which would otherwise end as a fault where they are first needed, or as an answer
 * without words. A wish that nobody can read is none; what would change the meaning of the request is refused.
 */
@Provider
@PreMatching
@Priority(MalformedHeaders.FIRST)
public class MalformedHeaders implements ContainerRequestFilter {

    /** Before what the view engine asks of every request, at 0. */
    static final int FIRST = -1;

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final EntityTag ANY = new EntityTag("any");

    /** For the container. */
    public MalformedHeaders() {
        // it holds nothing
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isSound(request::getAcceptableLanguages)) {
            request.getHeaders().remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
        boolean reads = READS.contains(request.getMethod()); // the conditions of a change are judged where it is made
        if (reads && !conditionsAreSound(request)) {
            request.getHeaders().remove(HttpHeaders.IF_NONE_MATCH);
        }
        if (reads && !isSound(request::getAcceptableMediaTypes)) {
            request.getHeaders().remove(HttpHeaders.ACCEPT);
        }
        required(request, HttpHeaders.IF_MATCH, !reads || conditionsAreSound(request), List.of("\"3\"", "*"));
        required(request, HttpHeaders.ACCEPT, isSound(request::getAcceptableMediaTypes), List.of("application/json"));
    }

    private static boolean conditionsAreSound(ContainerRequestContext request) {
        return isSound(() -> request.getRequest().evaluatePreconditions(ANY));
    }

    private static boolean isSound(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (ProcessingException malformed) {
            return false;
        }
    }

    private static void required(ContainerRequestContext request, String name, boolean sound, List<String> examples) {
        if (!sound) {
            throw new Refused(Finding.of(Rule.MALFORMED_HEADER, name, request.getHeaderString(name), examples));
        }
    }
}
