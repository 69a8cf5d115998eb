package org.acervo.console.publications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rules;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.jspecify.annotations.Nullable;

/** The form of a publication's metadata: nothing that was typed is lost, whatever is wrong with it. */
@Path("publications")
@Controller
@RequestScoped
public class EditResource {

    private static final String TEMPLATE = Holding.FOLDER + "edit.ftlh";
    private static final String ADD = "add:";
    private static final int STALE = 412;
    private static final int REFUSED = 422;

    private final Holding holding;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected EditResource() {
        this(null);
    }

    @Inject
    EditResource(Holding holding) {
        this.holding = holding;
    }

    /** What the form shows beside the text. */
    private record Shown(
            int status,
            int version,
            List<Finding> findings,
            boolean refused,
            @Nullable List<Difference> conflict,
            String added,
            Set<Element> proposed,
            boolean reading) {

        Shown(
                int status,
                int version,
                List<Finding> findings,
                boolean refused,
                @Nullable List<Difference> conflict,
                String added) {
            this(status, version, findings, refused, conflict, added, Set.of(), false);
        }

        static Shown fresh(int version, List<Finding> findings) {
            return new Shown(200, version, findings, false, null, "");
        }
    }

    @GET
    @Path("new")
    public Response begin() {
        Desk desk = holding.desk();
        desk.caller().require(Right.DEPOSIT);
        String kept = desk.query().get("draft"); // as the script leaves the address of a form that has become a draft
        if (!kept.isEmpty()) {
            return desk.to("publications/" + holding.find(kept).id() + "/edit");
        }
        String origin = desk.query().get("from");
        DublinCore text = origin.isEmpty()
                ? own()
                : PublicationResource.begun(holding.find(origin), desk.query().get("as"));
        return form(null, text, Shown.fresh(0, List.of()));
    }

    private DublinCore own() {
        String mission = holding.desk().caller().mission();
        return mission == null ? DublinCore.EMPTY : new DublinCore(List.of(Statement.of(Element.MISSION, mission)));
    }

    @POST
    @Path("new")
    public Response create() {
        Desk desk = holding.desk();
        desk.caller().require(Right.DEPOSIT);
        DublinCore text = MetadataForm.read(desk.form());
        String step = desk.form().get("do");
        if (step.startsWith(ADD)) {
            return form(null, text, added(step, 0));
        }
        try {
            holding.requireMission(text);
            Publication made = holding.publishing()
                    .create(desk.caller().actorFor(text.value(Element.MISSION)), text)
                    .publication();
            return after(made, step);
        } catch (Refused refused) {
            return form(null, text, new Shown(REFUSED, 0, refused.findings(), true, null, ""));
        }
    }

    @GET
    @Path("{id: [0-9]+}/edit")
    public Response edit(@PathParam("id") String id) {
        Publication publication = holding.change(id);
        List<Finding> findings = publication.workingState() == State.RETURNED
                ? holding.publishing().check(publication.working(), Rules.Purpose.PUBLISH, publication.id())
                : List.of();
        if (holding.desk().query().get("from").equals("file")) {
            return proposed(publication);
        }
        return form(publication, publication.working(), Shown.fresh(publication.version(), findings));
    }

    /** The draft with what its file proposes, which is read a moment after it came. */
    private Response proposed(Publication publication) {
        FileReading reading = FileReading.of(holding, publication);
        Proposals proposals = reading.proposals();
        Shown shown = new Shown(
                200, publication.version(), List.of(), false, null, "", proposals.proposed(), reading.waits());
        return form(publication, proposals.text(), shown);
    }

    @POST
    @Path("{id: [0-9]+}/edit")
    public Response save(@PathParam("id") String id) {
        Fields fields = holding.desk().form();
        Publication publication = holding.change(id);
        DublinCore text = MetadataForm.read(fields);
        String step = fields.get("do");
        int version = PublicationResource.version(fields);
        if (step.startsWith(ADD)) {
            return form(publication, text, added(step, version));
        }
        try {
            holding.requireMission(text);
            return after(
                    holding.publishing()
                            .save(holding.actor(publication), publication.id(), version, text)
                            .publication(),
                    step);
        } catch (Refused refused) {
            return form(publication, text, new Shown(REFUSED, version, refused.findings(), true, null, ""));
        } catch (StaleVersion stale) {
            Publication current = holding.change(id);
            List<Difference> conflict = Difference.between(current.working(), text, holding.words(TEMPLATE));
            return form(current, text, new Shown(STALE, current.version(), List.of(), false, conflict, ""));
        }
    }

    private static Shown added(String step, int version) {
        return new Shown(200, version, List.of(), false, null, step.substring(ADD.length()));
    }

    /** After it was kept: to the publication, or, where it shall be submitted and cannot yet, back to the form. */
    private Response after(Publication kept, String step) {
        Desk desk = holding.desk();
        try {
            if (step.equals("submit")) {
                holding.publishing().submit(holding.actor(kept), kept.id(), kept.version());
            } else if (step.equals("publish") && isBeforePublic(kept)) {
                holding.publishing().publish(holding.actor(kept), kept.id(), kept.version());
            } else {
                Map<String, String> told = new LinkedHashMap<>();
                String queue = PublicationViews.queue(desk);
                if (!queue.isEmpty()) {
                    told.put(PublicationViews.QUEUE, queue);
                }
                told.put("done", "save");
                return desk.to("publications/" + kept.id(), told);
            }
            return PublicationResource.after(desk, kept, step);
        } catch (Refused refused) {
            return form(kept, kept.working(), new Shown(REFUSED, kept.version(), refused.findings(), true, null, ""));
        }
    }

    /** Whether what is worked on is not what the public sees. */
    private static boolean isBeforePublic(Publication publication) {
        return publication.state() != State.PUBLISHED || publication.revision() != null;
    }

    private Response form(@Nullable Publication publication, DublinCore text, Shown shown) {
        Words words = holding.words(TEMPLATE);
        Event returned =
                publication == null || publication.workingState() != State.RETURNED ? null : returned(publication);
        Map<String, String> reasons = returned == null ? Map.of() : returned.fieldReasons();
        FormViews views = new FormViews(
                words, holding.desk().caller(), text, shown.findings(), reasons, shown.added(), shown.proposed());
        FormView view = new FormView(
                publication == null ? null : publication.id().toString(),
                publication == null ? "publications/new" : "publications/" + publication.id() + "/edit",
                shown.version(),
                shown.refused() ? PublicationViews.problems(shown.findings(), true, words) : List.of(),
                shown.conflict(),
                returned == null ? null : returned.reason(),
                publication != null && publication.state() == State.PUBLISHED,
                publication == null || AutosaveResource.isTypedInto(publication),
                !shown.proposed().isEmpty(),
                publication != null && shown.reading() ? "publications/" + publication.id() + "/edit?from=file" : null,
                PublicationViews.queue(holding.desk()),
                publication != null
                        && isBeforePublic(publication)
                        && holding.actor(publication).mayPublish(),
                views.all(),
                views.tongues());
        return holding.desk().page(shown.status(), TEMPLATE, view);
    }

    private @Nullable Event returned(Publication publication) {
        return holding.publications().history(publication.id()).stream()
                .filter(each -> each.action() == Event.Action.RETURNED)
                .reduce((first, second) -> second)
                .orElse(null);
    }
}
