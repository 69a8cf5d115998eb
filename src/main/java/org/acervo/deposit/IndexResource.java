package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;

/** Where everything of the deposit interface is. */
@Path("api/v1")
@Dependent
public class IndexResource {

    private final Repository repository;

    @Inject
    IndexResource(Repository repository) {
        this.repository = repository;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String get() {
        String api = repository.baseUrl() + "/api/v1/";
        return JsonMaker.object()
                .add("repository", repository.name())
                .add("version", "v1")
                .add(
                        "links",
                        JsonMaker.object()
                                .add("publications", api + "publications")
                                .add("vocabularies", api + "vocabularies")
                                .add("problems", api + "problems")
                                .add("openapi", repository.baseUrl() + "/openapi")
                                .add("oai", repository.oaiUrl()))
                .build()
                .toString();
    }
}
