package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/** The audit trail, for administrators: the newest entries first, page by page. */
@Path("api/v1/audit")
@Dependent
public class AuditResource {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Administrator administrator;
    private final AuditTrail trail;
    private final Repository repository;

    @Inject
    AuditResource(Administrator administrator, AuditTrail trail, Repository repository) {
        this.administrator = administrator;
        this.trail = trail;
        this.repository = repository;
    }

    /**
     * @param before only entries below this number; null for the newest
     * @param limit how many; null for as many as is usual
     */
    @GET
    public Response list(
            @Context HttpServletRequest request,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit) {
        administrator.required(request);
        List<Finding> findings = new ArrayList<>();
        long below = number("before", before, Long.MAX_VALUE, Long.MAX_VALUE, findings);
        int most = (int) number("limit", limit, USUAL, MOST, findings);
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
        List<AuditEntry> entries = trail.before(below, most);
        JsonArrayBuilder list = Json.createArrayBuilder();
        entries.forEach(entry -> list.add(json(entry)));
        JsonObjectBuilder links = Json.createObjectBuilder();
        if (entries.size() == most) {
            long last = entries.get(most - 1).number();
            links.add("next", repository.baseUrl() + "/api/v1/audit?before=" + last + "&limit=" + most);
        }
        return PrivateJson.ok(Json.createObjectBuilder()
                .add("entries", list)
                .add("links", links)
                .build());
    }

    private static long number(String name, @Nullable String text, long absent, long most, List<Finding> findings) {
        if (text == null) {
            return absent;
        }
        if (text.matches("[1-9][0-9]{0,17}") && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "?" + name, text, "1 … " + most));
        return absent;
    }

    private static JsonObjectBuilder json(AuditEntry entry) {
        return Json.createObjectBuilder()
                .add("number", entry.number())
                .add("at", entry.at().toString())
                .add("action", entry.action().code())
                .add("actor", entry.actor())
                .add("subject", entry.subject())
                .add("address", entry.address())
                .add("detail", entry.detail());
    }
}
