package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.acervo.access.Caller;
import org.acervo.access.Callers;

/**
 * Uploads that can be taken up again where they broke off (tus 1.0.0). {@code Upload-Metadata} says to which publication the
 * file goes, and its name; once it has come whole it is put there, and the answer says where.
 */
@Path("api/v1/uploads")
@Dependent
public class UploadsResource {

    private final ResumableUploads uploads;
    private final Callers callers;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @Inject
    UploadsResource(ResumableUploads uploads, Callers callers) {
        this.uploads = uploads;
        this.callers = callers;
    }

    /** @throws IOException never */
    @OPTIONS
    public Response options() throws IOException {
        return uploads.ask(request, response, "");
    }

    /** @throws IOException where the disk does not take it */
    @POST
    public Response create() throws IOException {
        return uploads.create(callers.required(), request, response);
    }

    /** @throws IOException where the disk does not take it, here and below */
    @OPTIONS
    @Path("{upload}")
    public Response optionsOfOne() throws IOException {
        return options();
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

    /** Clients behind proxies that know no PATCH say so in {@code X-HTTP-Method-Override}. */
    @POST
    @Path("{upload}")
    public Response override() throws IOException {
        return carryOn();
    }

    @DELETE
    @Path("{upload}")
    public Response delete() throws IOException {
        return uploads.ask(request, response, callers.required().name());
    }

    private Response carryOn() throws IOException {
        Caller caller = callers.required();
        return uploads.carryOn(caller, request, response);
    }
}
