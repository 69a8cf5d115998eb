package org.acervo.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.acervo.format.JsonMaker;
import org.acervo.pages.ErrorPage;
import org.acervo.pages.PageRequest;

/** What the {@code type} of a problem leads to (RFC 9457 section 3.1.1): every rule, and the statuses without one. */
@Path("api/v1/problems")
@Dependent
public class ProblemsResource {

    private final Repository repository;

    @Inject
    ProblemsResource(Repository repository) {
        this.repository = repository;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list(@Context HttpServletRequest request) {
        JsonArrayBuilder rules = JsonMaker.array();
        Arrays.stream(Rule.values()).forEach(rule -> rules.add(rule(rule, PageRequest.of(request))));
        return JsonMaker.object().add("problems", rules).build().toString();
    }

    /** @throws NotFoundException where there is no problem of that kind */
    @GET
    @Path("{kind}")
    @Produces(MediaType.APPLICATION_JSON)
    public String get(@PathParam("kind") String kind, @Context HttpServletRequest request) {
        PageRequest asked = PageRequest.of(request);
        if (kind.matches("[45][0-9]{2}")) {
            return problem(kind, Integer.parseInt(kind), asked).build().toString();
        }
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(kind))
                .findFirst()
                .map(rule -> rule(rule, asked).build().toString())
                .orElseThrow(NotFoundException::new);
    }

    private JsonObjectBuilder rule(Rule rule, PageRequest asked) {
        return problem(rule.code(), Problems.status(rule), asked)
                .add("severity", rule.severity().name().toLowerCase(Locale.ROOT))
                .add("message", Finding.of(rule, "", "…").message(asked.language()));
    }

    private JsonObjectBuilder problem(String kind, int status, PageRequest asked) {
        ErrorPage.Told told = ErrorPage.told(kind, status, asked);
        return JsonMaker.object()
                .add("type", repository.baseUrl() + "/api/v1/problems/" + kind)
                .add("status", status)
                .add("title", told.title())
                .add("detail", told.text());
    }
}
