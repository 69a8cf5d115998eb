package org.acervo.oai.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.acervo.access.http.TrustedProxies;
import org.acervo.catalog.StorageUnavailable;

/**
 * What harvesters ask, by GET or by POST with the same result (OAI-PMH 2.0 section 3.1). One for all requests: to make
 * one for each costs as much as a quarter of a page.
 */
@Path("oai")
@ApplicationScoped
public class OaiResource {

    private static final int LONGEST_REQUEST = 16 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    private Responder responder;

    @Inject
    private OaiMetrics metrics;

    @Inject
    private Outage outage;

    @Inject
    private TrustedProxies proxies;

    @GET
    public Response get(@Context HttpServletRequest request) {
        return answer(request, "");
    }

    /** @throws IOException where the body cannot be read to its end */
    @POST
    public Response post(@Context HttpServletRequest request, InputStream body) throws IOException {
        String type = request.getContentType();
        if (type != null
                && !type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(FORM)) {
            return refusal(415, "POST takes " + FORM + ", not " + type.split("[;\\s]", 2)[0]);
        }
        byte[] form = body.readNBytes(LONGEST_REQUEST + 1);
        if (form.length > LONGEST_REQUEST) {
            return refusal(413, "The form is longer than " + LONGEST_REQUEST + " bytes");
        }
        return answer(request, new String(form, StandardCharsets.ISO_8859_1));
    }

    private Response answer(HttpServletRequest request, String form) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (query.length() > LONGEST_REQUEST) {
            return refusal(414, "The query is longer than " + LONGEST_REQUEST + " bytes");
        }
        RawArguments arguments = new RawArguments();
        arguments.add(query);
        arguments.add(form);
        boolean gzip = AcceptedEncoding.gzip(headers(request, "Accept-Encoding"));
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        long start = System.nanoTime();
        try {
            Responder.Answered answered =
                    responder.respond(arguments.all(), new Responder.Client(client(request), agent), gzip);
            outage.over();
            OaiDocument.Body body = answered.body();
            metrics.answered(answered.answer(), body.entries(), Duration.ofNanos(System.nanoTime() - start));
            return xml(body.bytes(), gzip);
        } catch (StorageUnavailable away) {
            metrics.unavailable();
            return Response.fromResponse(refusal(503, "The repository is not available at the moment"))
                    .header("Retry-After", outage.failed())
                    .build();
        }
    }

    private String client(HttpServletRequest request) {
        return proxies.client(request);
    }

    private static Response xml(byte[] body, boolean gzip) {
        Response.ResponseBuilder response = Response.ok(body)
                .header("Content-Type", "text/xml; charset=UTF-8")
                .header("Content-Length", body.length)
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "no-store");
        return gzip ? response.header("Content-Encoding", "gzip").build() : response.build();
    }

    private static Response refusal(int status, String message) {
        return Response.status(status)
                .entity(message + ".\n")
                .header("Content-Type", "text/plain; charset=UTF-8")
                .build();
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
