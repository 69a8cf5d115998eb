package org.acervo.console.publications;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;
import org.acervo.console.Desk;
import org.acervo.format.JsonMaker;

/** Keeps what is typed into the form of a draft while it is typed, for the script of the form; never anything public. */
@Path("drafts")
@RequestScoped
public class AutosaveResource {

    private static final int STALE = 412;
    private static final int REFUSED = 422;

    private final Holding holding;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AutosaveResource() {
        this(null);
    }

    @Inject
    AutosaveResource(Holding holding) {
        this.holding = holding;
    }

    /** What somebody does to a text. */
    private interface Saving {
        Publication save(DublinCore text);
    }

    /** Begins a draft as soon as there is a title. */
    @POST
    public Response begin() {
        Desk desk = holding.desk();
        desk.caller().require(Right.DEPOSIT);
        return answer(text -> holding.publishing()
                .create(desk.caller().actorFor(text.value(Element.MISSION)), text)
                .publication());
    }

    /** Goes on with a draft. */
    @POST
    @Path("{id: [0-9]+}")
    public Response save(@PathParam("id") String id) {
        Publication publication = holding.change(id);
        if (!isTypedInto(publication)) {
            return holding.desk()
                    .json(
                            STALE,
                            List.of(Finding.of(
                                    Rule.STATE_FORBIDS,
                                    "/state",
                                    publication.state().code(),
                                    State.DRAFT.code(),
                                    State.RETURNED.code())));
        }
        int version = PublicationResource.version(holding.desk().form());
        return answer(text -> holding.publishing()
                .save(holding.actor(publication), publication.id(), version, text)
                .publication());
    }

    /** What others wait for, or see already, is saved only by somebody who says so. */
    static boolean isTypedInto(Publication publication) {
        return Set.of(State.DRAFT, State.RETURNED).contains(publication.state());
    }

    private Response answer(Saving saving) {
        DublinCore text = MetadataForm.read(holding.desk().form());
        try {
            holding.requireMission(text);
            Publication kept = saving.save(text);
            return Desk.json(
                    200, JsonMaker.object().add("id", kept.id().toString()).add("version", kept.version()));
        } catch (Refused refused) {
            return holding.desk().json(REFUSED, refused.findings());
        } catch (StaleVersion stale) {
            return holding.desk().json(STALE, List.of());
        }
    }
}
