package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.acervo.access.Caller;
import org.acervo.access.Callers;
import org.acervo.access.Right;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.Vocabularies;

/** Tells callers who they are here, and what they may do for which missions. */
@Path("api/v1/me")
@Dependent
public class MeResource {

    private final Callers callers;
    private final Vocabularies vocabularies;

    @Inject
    MeResource(Callers callers, Vocabularies vocabularies) {
        this.callers = callers;
        this.vocabularies = vocabularies;
    }

    @GET
    public Response get() {
        Caller caller = callers.required();
        return PrivateJson.ok(JsonMaker.object()
                .add("name", caller.name())
                .add(
                        "rights",
                        PrivateJson.texts(
                                caller.rights().stream().map(Right::code).toList()))
                .add("mission", PrivateJson.text(caller.mission()))
                .add("onBehalfOf", PrivateJson.texts(caller.delegations()))
                .add(
                        "missions",
                        PrivateJson.texts(vocabularies.missions().codes().stream()
                                .filter(caller::reaches)
                                .toList()))
                .build());
    }
}
