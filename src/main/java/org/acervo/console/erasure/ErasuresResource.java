package org.acervo.console.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.UnknownPublication;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.publishing.Erasing;
import org.acervo.publishing.Erasure;

/** Erasures: one administrator asks and says why, a second one confirms, and the page tells how far it is. */
@Path("erasures")
@Controller
@RequestScoped
public class ErasuresResource {

    private static final String TEMPLATE = "console/erasure/erasures.ftlh";
    private static final int MOST = 200;
    private static final int REFUSED = 422;

    private final Desk desk;
    private final Erasing erasing;
    private final Publications publications;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ErasuresResource() {
        this(null, null, null);
    }

    @Inject
    ErasuresResource(Desk desk, Erasing erasing, Publications publications) {
        this.desk = desk;
        this.erasing = erasing;
        this.publications = publications;
    }

    /**
     * An erasure of the list.
     *
     * @param title of what is to be erased; nothing once it was decided
     * @param reason nothing once it was decided
     * @param own whether the reader has asked for it, and so cannot confirm it
     */
    public record Line(
            String id,
            String title,
            String status,
            String reason,
            String askedBy,
            String asked,
            String expires,
            String decidedBy,
            String decided,
            String done,
            boolean own) {}

    /**
     * @param publication what was typed, or where the reader comes from
     * @param problems why nothing was done
     */
    public record View(List<Line> erasures, String publication, String reason, List<String> problems) {}

    @GET
    public Response list() {
        desk.caller().require(Right.ADMINISTER);
        return show(200, desk.query().get("publication"), "", List.of());
    }

    /** Asks for one. */
    @POST
    public Response ask() {
        Source admin = required();
        Fields form = desk.form();
        String typed = form.get("publication").strip();
        String reason = form.get("reason");
        try {
            erasing.ask(admin, parse(typed), reason);
            return desk.to("erasures", Map.of("done", "asked"));
        } catch (Refused | UnknownPublication refused) {
            return show(REFUSED, typed, reason, told(refused));
        }
    }

    @POST
    @Path("{id: [0-9]{1,18}}/confirm")
    public Response confirm(@PathParam("id") String id) {
        Source admin = required();
        if (desk.form().get("sure").isEmpty()) {
            return show(REFUSED, "", "", List.of(desk.text(TEMPLATE, "sure.missing")));
        }
        return decided("confirmed", () -> erasing.confirm(admin, parse(id)));
    }

    @POST
    @Path("{id: [0-9]{1,18}}/decline")
    public Response decline(@PathParam("id") String id) {
        Source admin = required();
        return decided("declined", () -> erasing.decline(admin, parse(id)));
    }

    private Source required() {
        desk.caller().require(Right.ADMINISTER);
        return desk.source();
    }

    private Response decided(String done, Runnable decision) {
        try {
            decision.run();
            return desk.to("erasures", Map.of("done", done));
        } catch (Refused | UnknownPublication refused) {
            return show(REFUSED, "", "", told(refused));
        }
    }

    private static PublicationId parse(String id) {
        return PublicationId.parse(id).orElseThrow(() -> new Refused(Finding.of(Rule.NOT_FOUND, "/publication", id)));
    }

    private List<String> told(RuntimeException thrown) {
        List<Finding> findings = thrown instanceof Refused refused
                ? refused.findings()
                : List.of(Finding.of(Rule.NOT_FOUND, "/publication", null));
        return findings.stream().map(each -> each.message(desk.language())).toList();
    }

    private Response show(int status, String publication, String reason, List<String> problems) {
        List<Line> lines = erasing.latest(MOST).stream().map(this::line).toList();
        return desk.page(status, TEMPLATE, new View(lines, publication, reason, problems));
    }

    private Line line(Erasure erasure) {
        boolean asked = erasure.status() == Erasure.Status.ASKED;
        return new Line(
                erasure.publication().toString(),
                asked ? title(erasure.publication()) : "",
                erasure.status().code(),
                asked ? Objects.requireNonNullElse(erasure.reason(), "") : "",
                erasure.askedBy(),
                desk.moment(erasure.asked()),
                desk.moment(erasure.asked().plus(Erasure.PATIENCE)),
                Objects.requireNonNullElse(erasure.decidedBy(), ""),
                desk.moment(erasure.decided()),
                desk.moment(erasure.done()),
                erasure.askedBy().equals(desk.caller().name()));
    }

    private String title(PublicationId id) {
        Optional<Publication> found = publications.find(id);
        return found.map(each -> each.working().value(Element.TITLE)).orElse("");
    }
}
