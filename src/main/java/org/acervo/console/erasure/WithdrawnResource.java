package org.acervo.console.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acervo.access.Caller;
import org.acervo.catalog.Element;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.console.Desk;
import org.acervo.pages.Query;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** The tombstones: what was withdrawn, why, what stands in its place, and the way back. */
@Path("withdrawn")
@Controller
@RequestScoped
public class WithdrawnResource {

    private static final int FEW = 25;

    private final Desk desk;
    private final Publications publications;
    private final Vocabularies vocabularies;
    private final Repository repository;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected WithdrawnResource() {
        this(null, null, null, null);
    }

    @Inject
    WithdrawnResource(Desk desk, Publications publications, Vocabularies vocabularies, Repository repository) {
        this.desk = desk;
        this.publications = publications;
        this.vocabularies = vocabularies;
        this.repository = repository;
    }

    /**
     * A tombstone of the list.
     *
     * @param title nothing where the publication was erased
     * @param reason nothing where it was erased
     * @param replacedBy nothing where nothing is in its place
     * @param erased whether nothing else is left of it, for ever
     * @param returns whether the reader may make it public again
     */
    public record Line(
            String id,
            int version,
            String title,
            String mission,
            String at,
            String reason,
            String replacedBy,
            String address,
            boolean erased,
            boolean returns) {}

    /** @param next the way to the following page, or null where this is the last */
    public record View(List<Line> withdrawn, @Nullable String next, boolean first) {}

    @GET
    public Response list() {
        Caller caller = desk.caller();
        String after = desk.query().get("after");
        Listing gone = new Listing(Reach.missions(caller), State.WITHDRAWN, null, null, null, null);
        Listing.Page page = publications.list(gone, after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0, FEW);
        Long next = page.next();
        return desk.page(
                "console/erasure/withdrawn.ftlh",
                new View(
                        page.publications().stream()
                                .map(each -> line(each, caller))
                                .toList(),
                        next == null ? null : Query.ofSingle(Map.of("after", next.toString())),
                        after.isEmpty()));
    }

    private Line line(Publication publication, Caller caller) {
        Publication.Withdrawal why = Objects.requireNonNull(publication.withdrawal());
        String mission = Objects.requireNonNullElse(Reach.mission(publication), "");
        boolean erased = publication.isErased();
        return new Line(
                publication.id().toString(),
                publication.version(),
                erased ? "" : Objects.requireNonNullElse(publication.metadata().value(Element.TITLE), ""),
                vocabularies
                        .missions()
                        .find(mission)
                        .map(each -> each.labels().in(desk.language()))
                        .orElse(mission),
                desk.moment(why.at()),
                why.reason(),
                Objects.requireNonNullElse(why.replacedBy(), ""),
                repository.landingPage(publication.id()),
                erased,
                !erased && caller.actorFor(mission).mayPublish());
    }
}
