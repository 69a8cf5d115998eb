package org.acervo.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Issuance;
import org.acervo.access.Issuance.Issued;
import org.acervo.access.Right;
import org.acervo.access.Token;
import org.acervo.access.Tokens;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.administration.Administration.Choice;
import org.jspecify.annotations.Nullable;

/** The missions' tokens: made here, shown once, and revoked here. */
@Path("tokens")
@Controller
@RequestScoped
public class TokensResource {

    private static final String LIST = "console/administration/tokens.ftlh";
    private static final int REFUSED = 422;
    private static final List<String> SCOPES = List.of(Right.DEPOSIT.code(), Right.READ.code(), Right.PUBLISH.code());

    private final Desk desk;
    private final Administration administration;
    private final Tokens tokens;
    private final Issuance issuance;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TokensResource() {
        this(null, null, null, null, null);
    }

    @Inject
    TokensResource(Desk desk, Administration administration, Tokens tokens, Issuance issuance, Clock clock) {
        this.desk = desk;
        this.administration = administration;
        this.tokens = tokens;
        this.issuance = issuance;
        this.clock = clock;
    }

    /**
     * A token in the list.
     *
     * @param expires when it ends by itself, or nothing
     * @param used when it was last used, or nothing
     * @param ended when it ended, or nothing
     */
    public record Line(
            String id,
            String mission,
            String label,
            List<String> scopes,
            List<String> onBehalfOf,
            String creator,
            String created,
            String expires,
            String used,
            String ended) {}

    /** What was typed. */
    public record Form(String mission, List<String> scopes, List<String> onBehalfOf, String label, String days) {

        static final Form NEW = new Form("", SCOPES.subList(0, 2), List.of(), "", "365");

        static Form of(Fields fields) {
            return new Form(
                    fields.get("mission"),
                    fields.all("scopes"),
                    fields.all("onBehalfOf"),
                    fields.get("label"),
                    fields.get("days").strip());
        }
    }

    /**
     * The model of the page.
     *
     * @param text of a token that was just made, shown this once; or nothing
     */
    public record View(
            List<Line> tokens,
            Form form,
            Map<String, String> problems,
            List<String> scopes,
            List<Choice> missions,
            String text,
            String of,
            String done) {}

    @GET
    public Response list() {
        administration.required();
        return page(200, Form.NEW, Map.of(), Optional.empty());
    }

    @POST
    public Response make() {
        Source source = administration.required();
        Form form = Form.of(desk.form());
        try {
            Issuance.Wish wish = new Issuance.Wish(
                    form.mission().isEmpty() ? null : form.mission(),
                    form.scopes(),
                    form.onBehalfOf(),
                    form.label(),
                    expires(form.days()));
            return page(201, Form.NEW, Map.of(), Optional.of(issuance.issue(wish, source)));
        } catch (Refused refused) {
            return page(REFUSED, form, administration.problems(refused), Optional.empty());
        }
    }

    @POST
    @Path("{id}/end")
    public Response revoke(@PathParam("id") String id) {
        Source source = administration.required();
        if (!issuance.revoke(id, source) && tokens.find(id).isEmpty()) {
            throw new NotFoundException();
        }
        return desk.to("tokens", Map.of("done", "revoked"));
    }

    /** @return null where it shall not end by itself */
    private @Nullable Instant expires(String days) {
        if (days.isEmpty()) {
            return null;
        }
        try {
            return clock.instant().plus(Duration.ofDays(Integer.parseInt(days)));
        } catch (NumberFormatException notANumber) {
            throw new Refused(Finding.of(Rule.WRONG_EXPIRY, "/expires", days));
        }
    }

    private Response page(int status, Form form, Map<String, String> problems, Optional<Issued> made) {
        Instant now = clock.instant();
        View view = new View(
                tokens.all().stream().map(each -> line(each, now)).toList(),
                form,
                problems,
                SCOPES,
                administration.missions(),
                made.map(Issued::text).orElse(""),
                made.map(each -> administration.mission(each.token().mission())).orElse(""),
                desk.query().get("done"));
        return desk.page(status, LIST, view);
    }

    private Line line(Token token, Instant now) {
        return new Line(
                token.id(),
                administration.mission(token.mission()),
                token.label(),
                List.copyOf(
                        new TreeSet<>(token.scopes().stream().map(Right::code).toList())),
                administration.missions(token.delegations()),
                token.creator(),
                desk.moment(token.created()),
                desk.moment(token.expires()),
                desk.moment(token.used()),
                desk.moment(token.ended(now)));
    }
}
