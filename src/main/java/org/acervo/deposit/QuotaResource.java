package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.MissionQuotas;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.Vocabularies;

/** How much a mission may store, for administrators. */
@Path("api/v1/missions/{mission}/quota")
@Dependent
public class QuotaResource {

    private final Administrator administrator;
    private final MissionQuotas quotas;
    private final Vocabularies vocabularies;

    @Inject
    QuotaResource(Administrator administrator, MissionQuotas quotas, Vocabularies vocabularies) {
        this.administrator = administrator;
        this.quotas = quotas;
        this.vocabularies = vocabularies;
    }

    @GET
    public Response get(@Context HttpServletRequest request, @PathParam("mission") String mission) {
        administrator.required(request);
        return answer(known(mission));
    }

    /**
     * Sets {@code bytes}; without it what holds for all missions holds again.
     *
     * @throws IOException where the body breaks off
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(@Context HttpServletRequest request, @PathParam("mission") String mission, InputStream body)
            throws IOException {
        Source source = administrator.required(request);
        RequestObject object = RequestObject.read(body);
        OptionalLong bytes = object.count("bytes");
        object.refuse(List.of());
        quotas.set(known(mission), bytes, source);
        return answer(mission);
    }

    private String known(String mission) {
        if (!vocabularies.missions().has(mission)) {
            throw PrivateJson.nothing();
        }
        return mission;
    }

    private Response answer(String mission) {
        OptionalLong limit = quotas.limit(mission);
        JsonObjectBuilder json = JsonMaker.object().add("mission", mission);
        if (limit.isPresent()) {
            json.add("bytes", limit.getAsLong());
        } else {
            json.add("bytes", JsonValue.NULL);
        }
        return PrivateJson.ok(json.add("own", quotas.isSet(mission)).build());
    }
}
