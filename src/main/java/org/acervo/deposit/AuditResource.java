package org.acervo.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Repository;
import org.acervo.format.JsonMaker;

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

    @GET
    public Response list(@Context HttpServletRequest request, @BeanParam Exchange exchange) {
        administrator.required(request);
        Parameters.Page page = exchange.parameters(Parameters.OF_A_PAGE, each -> each.page(USUAL, MOST));
        int most = page.limit();
        List<AuditEntry> entries = trail.before(page.before(), most);
        JsonArrayBuilder list = JsonMaker.array();
        entries.forEach(entry -> list.add(json(entry)));
        JsonObjectBuilder links = JsonMaker.object();
        if (entries.size() == most) {
            long last = entries.get(most - 1).number();
            links.add("next", repository.baseUrl() + "/api/v1/audit?before=" + last + "&limit=" + most);
        }
        return PrivateJson.ok(
                JsonMaker.object().add("entries", list).add("links", links).build());
    }

    private static JsonObjectBuilder json(AuditEntry entry) {
        return JsonMaker.object()
                .add("number", entry.number())
                .add("at", entry.at().toString())
                .add("action", entry.action().code())
                .add("actor", entry.actor())
                .add("subject", entry.subject())
                .add("address", entry.address())
                .add("detail", entry.detail());
    }
}
