package org.acervo.console.deposit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Set;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.deposit.ResumableUploads;
import org.acervo.files.Uploads;

/**
 * The resumable uploads of the deposit API for the scripts of the console, which are known by their session: the same protocol
 * (tus 1.0.0) below {@code console/uploads}. What is refused is told in the words of whoever is signed in.
 */
@Path("uploads")
@RequestScoped
public class UploadsResource {

    private static final int REFUSED = 422;
    private static final int LATER = 503;

    /** What may be otherwise in a moment. */
    private static final Set<Rule> PASSING = Set.of(
            Rule.NOT_STORED, Rule.INCOMPLETE_UPLOAD, Rule.UPLOAD_LOCKED, Rule.UPLOAD_BROKE_OFF, Rule.UPLOAD_ELSEWHERE);

    private final Shelf shelf;
    private final ResumableUploads uploads;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletResponse response;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected UploadsResource() {
        this(null, null);
    }

    @Inject
    UploadsResource(Shelf shelf, ResumableUploads uploads) {
        this.shelf = shelf;
        this.uploads = uploads;
    }

    /** A step of the protocol. */
    private interface Step {
        Response take(HttpServletRequest request) throws IOException;
    }

    /** @throws IOException where the disk does not take it, here and below */
    @POST
    public Response create() throws IOException {
        return answer(each -> uploads.create(shelf.desk().caller(), each, response));
    }

    @HEAD
    @Path("{upload}")
    public Response head() throws IOException {
        return carryOn();
    }

    @PATCH
    @Path("{upload}")
    public Response patch() throws IOException {
        return carryOn();
    }

    @DELETE
    @Path("{upload}")
    public Response delete() throws IOException {
        return answer(each -> uploads.ask(each, response, shelf.desk().caller().name()));
    }

    private Response carryOn() throws IOException {
        return answer(each -> uploads.carryOn(shelf.desk().caller(), each, response));
    }

    private Response answer(Step step) throws IOException {
        try {
            shelf.desk().caller().require(Right.DEPOSIT);
            return step.take(underApi());
        } catch (Refused refused) {
            boolean passes = refused.findings().stream().map(Finding::rule).anyMatch(PASSING::contains);
            return shelf.desk().json(passes ? LATER : REFUSED, refused.findings());
        }
    }

    /** The protocol knows an upload by the address that it has in the API. */
    private HttpServletRequest underApi() {
        String uri = request.getRequestURI();
        String address = Uploads.PATH + uri.substring(uri.indexOf("/uploads") + "/uploads".length());
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return address;
            }
        };
    }
}
