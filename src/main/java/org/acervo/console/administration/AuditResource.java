package org.acervo.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;
import org.acervo.console.Desk;

/** The audit trail, the newest first. */
@Path("audit")
@Controller
@RequestScoped
public class AuditResource {

    private static final int PAGE = 100;

    private final Desk desk;
    private final Administration administration;
    private final AuditTrail trail;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AuditResource() {
        this(null, null, null);
    }

    @Inject
    AuditResource(Desk desk, Administration administration, AuditTrail trail) {
        this.desk = desk;
        this.administration = administration;
        this.trail = trail;
    }

    /** An entry of the list. */
    public record Line(String at, String action, String actor, String subject, String address, String detail) {}

    /** @param older the number that the next page begins below, or nothing where there is none */
    public record View(List<Line> entries, String older) {}

    @GET
    public Response list() {
        administration.required();
        List<AuditEntry> entries = trail.before(before(desk.query().get("before")), PAGE);
        String older = entries.size() < PAGE
                ? ""
                : Long.toString(entries.get(entries.size() - 1).number());
        List<Line> lines = entries.stream()
                .map(each -> new Line(
                        desk.moment(each.at()),
                        each.action().code(),
                        each.actor(),
                        each.subject(),
                        each.address(),
                        each.detail()))
                .toList();
        return desk.page("console/administration/audit.ftlh", new View(lines, older));
    }

    /** What is no number is the beginning. */
    private static long before(String number) {
        try {
            return number.isEmpty() ? Long.MAX_VALUE : Long.parseLong(number);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
