package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;

/** The codes that documents may name, for everyone. */
@Path("api/v1/vocabularies")
@Dependent
public class VocabulariesResource {

    private final VocabularyJson vocabularies;
    private final Repository repository;

    @Inject
    VocabulariesResource(VocabularyJson vocabularies, Repository repository) {
        this.vocabularies = vocabularies;
        this.repository = repository;
    }

    @GET
    public Response list(@Context Request request) {
        JsonArrayBuilder list = JsonMaker.array();
        for (String name : vocabularies.names()) {
            list.add(JsonMaker.object()
                    .add("name", name)
                    .add("link", repository.baseUrl() + "/api/v1/vocabularies/" + name));
        }
        return answer(
                request, JsonMaker.object().add("vocabularies", list).build().toString());
    }

    /** @throws NotFoundException where there is no vocabulary of that name */
    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name, @Context Request request) {
        return answer(
                request,
                vocabularies.find(name).orElseThrow(NotFoundException::new).toString());
    }

    private static Response answer(Request request, String body) {
        EntityTag tag = new EntityTag(
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null
                ? Response.ok(body).header("Content-Type", MediaTypes.JSON).header("X-Content-Type-Options", "nosniff")
                : unchanged;
        return answer.tag(tag).header("Cache-Control", "no-cache").build();
    }
}
