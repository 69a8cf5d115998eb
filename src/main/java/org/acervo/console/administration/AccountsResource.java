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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.acervo.access.Account;
import org.acervo.access.AccountWish;
import org.acervo.access.Accounts;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.Enrolment;
import org.acervo.access.Enrolment.Enrolled;
import org.acervo.access.Identities;
import org.acervo.access.Role;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.administration.Administration.Choice;
import org.jspecify.annotations.Nullable;

/** The accounts: who may sign in, and as what. */
@Path("accounts")
@Controller
@RequestScoped
public class AccountsResource {

    private static final String LIST = "console/administration/accounts.ftlh";
    private static final String ONE = "console/administration/account.ftlh";
    private static final int REFUSED = 422;

    private final Desk desk;
    private final Administration administration;
    private final Accounts accounts;
    private final Enrolment enrolment;
    private final Identities identities;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AccountsResource() {
        this(null, null, null, null, null);
    }

    @Inject
    AccountsResource(
            Desk desk, Administration administration, Accounts accounts, Enrolment enrolment, Identities identities) {
        this.identities = identities;
        this.desk = desk;
        this.administration = administration;
        this.accounts = accounts;
        this.enrolment = enrolment;
    }

    /**
     * An account in the list.
     *
     * @param mission its name, or nothing
     * @param onBehalfOf names of missions
     */
    public record Line(
            String name, String role, String mission, List<String> onBehalfOf, boolean disabled, String created) {}

    /** What a form has: what was typed, or what is kept. */
    public record Form(
            String name, String role, String mission, List<String> onBehalfOf, String language, boolean disabled) {

        static final Form NEW = new Form("", Role.DEPOSITOR.code(), "", List.of(), "", false);

        static Form of(Fields fields, String name) {
            return new Form(
                    name,
                    fields.get("role"),
                    fields.get("mission"),
                    fields.all("onBehalfOf"),
                    fields.get("language"),
                    fields.has("disabled"));
        }

        static Form of(Account account) {
            return new Form(
                    account.name(),
                    account.role().code(),
                    account.mission() == null ? "" : account.mission(),
                    List.copyOf(new TreeSet<>(account.delegations())),
                    account.language().tag(),
                    account.disabled());
        }

        /** What is not said of other roles than depositors is left out, so that a change of the role needs no other. */
        AccountWish wish(@Nullable Boolean closed) {
            boolean deposits = role.equals(Role.DEPOSITOR.code());
            return new AccountWish(
                    role,
                    deposits && !mission.isEmpty() ? mission : null,
                    deposits ? onBehalfOf : null,
                    language.isEmpty() ? null : language,
                    closed,
                    null);
        }
    }

    /**
     * The model of both pages.
     *
     * @param person whom the account belongs to at the OpenID provider, and since when; or nothing
     * @param password a fresh one, shown this once; or nothing
     * @param of whose that is
     */
    public record View(
            List<Line> accounts,
            Form form,
            Map<String, String> problems,
            List<String> roles,
            List<Choice> missions,
            List<Choice> languages,
            List<String> person,
            String password,
            String of,
            String done) {}

    @GET
    public Response list() {
        administration.required();
        return list(200, Form.NEW, Map.of(), Optional.empty());
    }

    @POST
    public Response enrol() {
        Source source = administration.required();
        Form form = Form.of(desk.form(), desk.form().get("name"));
        try {
            String name = form.name().isBlank() ? null : form.name();
            return list(201, Form.NEW, Map.of(), Optional.of(enrolment.enrol(name, form.wish(null), source)));
        } catch (Refused refused) {
            return list(REFUSED, form, administration.problems(refused), Optional.empty());
        }
    }

    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name) {
        administration.required();
        return one(200, Form.of(known(name)), Map.of(), Optional.empty());
    }

    @POST
    @Path("{name}")
    public Response change(@PathParam("name") String name) {
        Source source = administration.required();
        known(name);
        Form form = Form.of(desk.form(), name);
        try {
            enrolment.change(name, form.wish(form.disabled()), false, source);
            return desk.to("accounts/" + name, Map.of("done", "saved"));
        } catch (Refused refused) {
            return one(REFUSED, form, administration.problems(refused), Optional.empty());
        }
    }

    @POST
    @Path("{name}/password")
    public Response reset(@PathParam("name") String name) {
        Source source = administration.required();
        Enrolled enrolled =
                enrolment.change(name, AccountWish.NOTHING, true, source).orElseThrow(NotFoundException::new);
        return one(200, Form.of(enrolled.account()), Map.of(), Optional.of(enrolled));
    }

    @POST
    @Path("{name}/unlinking")
    public Response unlink(@PathParam("name") String name) {
        Source source = administration.required();
        known(name);
        enrolment.unlink(name, source);
        return desk.to("accounts/" + name, Map.of("done", "unlinked"));
    }

    @POST
    @Path("{name}/removal")
    public Response remove(@PathParam("name") String name) {
        Source source = administration.required();
        Account account = known(name);
        if (!desk.form().has("sure")) {
            return one(REFUSED, Form.of(account), Map.of("sure", desk.text(ONE, "sure.missing")), Optional.empty());
        }
        try {
            enrolment.remove(name, source);
            return desk.to("accounts", Map.of("done", "removed"));
        } catch (Refused refused) {
            return one(REFUSED, Form.of(account), administration.problems(refused), Optional.empty());
        }
    }

    private List<String> person(String name) {
        return identities
                .of(name)
                .map(link -> List.of(link.identity().issuer(), link.identity().subject(), desk.moment(link.since())))
                .orElse(List.of());
    }

    private Account known(String name) {
        return accounts.find(name).orElseThrow(NotFoundException::new);
    }

    private Response list(int status, Form form, Map<String, String> problems, Optional<Enrolled> made) {
        List<Line> lines = accounts.all().stream()
                .map(each -> new Line(
                        each.name(),
                        each.role().code(),
                        each.mission() == null ? "" : administration.mission(each.mission()),
                        administration.missions(each.delegations()),
                        each.disabled(),
                        desk.moment(each.created())))
                .toList();
        return desk.page(status, LIST, view(lines, form, problems, made));
    }

    private Response one(int status, Form form, Map<String, String> problems, Optional<Enrolled> made) {
        return desk.page(status, ONE, view(List.of(), form, problems, made));
    }

    private View view(List<Line> lines, Form form, Map<String, String> problems, Optional<Enrolled> made) {
        return new View(
                lines,
                form,
                new LinkedHashMap<>(problems),
                Arrays.stream(Role.values()).map(Role::code).toList(),
                administration.missions(),
                Administration.languages(),
                person(form.name()),
                made.flatMap(Enrolled::password).orElse(""),
                made.map(each -> each.account().name()).orElse(""),
                desk.query().get("done"));
    }
}
