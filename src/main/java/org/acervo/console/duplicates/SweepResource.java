package org.acervo.console.duplicates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.console.publications.Holding;
import org.acervo.console.publications.Said;
import org.acervo.console.publications.Words;
import org.acervo.curation.DuplicateSweep;

/** All publications of the library that may be the same as another, a part at a time. */
@Path("duplicates/all")
@Controller
@RequestScoped
public class SweepResource {

    private static final String TEMPLATE = "console/duplicates/all.ftlh";
    private static final int ENOUGH = 20;

    private final Holding holding;
    private final DuplicateSweep sweep;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SweepResource() {
        this(null, null);
    }

    @Inject
    SweepResource(Holding holding, DuplicateSweep sweep) {
        this.holding = holding;
        this.sweep = sweep;
    }

    /**
     * The model of the page.
     *
     * @param after where this part begins
     * @param looked how many publications were looked at, in words
     * @param next where the next part begins, or nothing
     */
    public record View(List<Pair> pairs, String after, String looked, String next, boolean first) {}

    /** Two that may be the same, and why. */
    public record Pair(Side one, Side other, List<String> why) {}

    /** One of two. */
    public record Side(String id, Said title, String state, String look, String facts) {}

    @GET
    public Response list() {
        holding.desk().caller().require(Right.CURATE);
        String given = holding.desk().query().get("after");
        long after = given.matches("[0-9]{1,18}") ? Long.parseLong(given) : 0;
        DuplicateSweep.Part part = sweep.look(holding.desk().caller(), after, ENOUGH);
        Words words = holding.words(TEMPLATE);
        Long next = part.next();
        View view = new View(
                part.pairs().stream()
                        .map(each -> new Pair(
                                side(each.publication(), words),
                                side(each.other().publication(), words),
                                each.other().why().stream()
                                        .map(why -> words.text("alike." + why.code()))
                                        .toList()))
                        .toList(),
                Long.toString(after),
                holding.desk().text(TEMPLATE, "all.looked", holding.desk().number(part.looked())),
                next == null ? "" : next.toString(),
                after == 0);
        return holding.desk().page(TEMPLATE, view);
    }

    private static Side side(Publication publication, Words words) {
        String date = publication.working().value(Element.DATE);
        String mission = publication.working().all(Element.MISSION).stream()
                .map(each -> words.said(each).text())
                .findFirst()
                .orElse("");
        return new Side(
                publication.id().toString(),
                words.title(publication.working()),
                words.text("state." + publication.state().code()),
                Words.look(publication.state()),
                date == null ? mission : mission.isEmpty() ? date : mission + " · " + date);
    }
}
