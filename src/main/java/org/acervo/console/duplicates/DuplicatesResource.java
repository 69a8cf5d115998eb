package org.acervo.console.duplicates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.publications.Holding;
import org.acervo.console.publications.Said;
import org.acervo.console.publications.Words;
import org.acervo.curation.Claiming;
import org.acervo.curation.Duplicates;
import org.acervo.curation.Queue;
import org.acervo.curation.Verdict;
import org.acervo.curation.Verdict.Outcome;

/** What waits and may be there already, what was said of pairs, and saying it. */
@Path("duplicates")
@Controller
@RequestScoped
public class DuplicatesResource {

    private static final String TEMPLATE = "console/duplicates/duplicates.ftlh";
    private static final int LOOKED_AT = 25;
    private static final int LISTED = 100;
    private static final int REFUSED = 422;

    private final Holding holding;
    private final Duplicates duplicates;
    private final Claiming claiming;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DuplicatesResource() {
        this(null, null, null);
    }

    @Inject
    DuplicatesResource(Holding holding, Duplicates duplicates, Claiming claiming) {
        this.holding = holding;
        this.duplicates = duplicates;
        this.claiming = claiming;
    }

    /** A publication that waits, with those that it may be the same as. */
    public record Waiting(String id, Said title, List<Pair> others) {}

    public record Pair(String id, Said title) {}

    /** @param undoable whether it can be taken back */
    public record Line(Pair publication, Pair other, String outcome, String actor, String at, boolean undoable) {}

    /** @param problems why what was asked for was not done */
    public record View(List<Waiting> waiting, List<Line> said, List<String> problems) {}

    @GET
    public Response list() {
        return list(200, List.of());
    }

    private Response list(int status, List<String> problems) {
        holding.desk().caller().require(Right.CURATE);
        Words words = holding.words(TEMPLATE);
        return holding.desk().page(status, TEMPLATE, new View(waiting(words), said(words), problems));
    }

    /** Of those that have waited longest. */
    private List<Waiting> waiting(Words words) {
        String who = holding.desk().caller().name();
        List<Waiting> waiting = new ArrayList<>();
        Stream.of(Queue.Kind.SUBMITTED, Queue.Kind.REVISIONS)
                .flatMap(kind -> claiming.list(Queue.of(kind, who), 0, LOOKED_AT).stream())
                .map(Claiming.Entry::publication)
                .forEach(each -> {
                    List<Pair> others = duplicates.of(each).stream()
                            .map(suspect -> pair(suspect.publication(), words))
                            .toList();
                    if (!others.isEmpty()) {
                        waiting.add(new Waiting(each.id().toString(), words.title(each.working()), others));
                    }
                });
        return waiting;
    }

    private static Pair pair(Publication publication, Words words) {
        return new Pair(publication.id().toString(), words.title(publication.working()));
    }

    private List<Line> said(Words words) {
        List<Verdict> all = duplicates.newest(LISTED);
        Map<PublicationId, Publication> found = holding.publications()
                .findAll(all.stream()
                        .flatMap(each -> Stream.of(each.publication(), each.other()))
                        .distinct()
                        .toList());
        List<Line> lines = new ArrayList<>();
        for (Verdict each : all) {
            Publication one = found.get(each.publication());
            Publication other = found.get(each.other());
            if (one != null && other != null) {
                lines.add(new Line(
                        pair(one, words),
                        pair(other, words),
                        words.text("verdict." + each.outcome().code()),
                        each.actor(),
                        words.moment(each.at()),
                        each.outcome() != Outcome.MERGED));
            }
        }
        return lines;
    }

    private static PublicationId id(String text) {
        return PublicationId.parse(text).orElseThrow(NotFoundException::new);
    }

    /** Says how two publications stand to each other, or takes it back. */
    @POST
    public Response decide() {
        try {
            return decided(holding.desk());
        } catch (Refused refused) {
            return list(
                    REFUSED,
                    refused.findings().stream()
                            .filter(Finding::isError)
                            .map(each -> each.message(holding.desk().language()))
                            .toList());
        }
    }

    private Response decided(Desk desk) {
        Fields form = desk.form();
        PublicationId id = id(form.get("publication"));
        PublicationId other = id(form.get("other"));
        String outcome = form.get("outcome");
        if (outcome.equals("undo")) {
            duplicates.undo(desk.caller(), desk.source(), id, other);
            return desk.to("duplicates", Map.of("done", "undone"));
        }
        boolean turned = outcome.equals("merged-other");
        Outcome meant = Arrays.stream(Outcome.values())
                .filter(each -> each.code().equals(turned ? Outcome.MERGED.code() : outcome))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        String reason = form.get("reason");
        duplicates.decide(desk.caller(), desk.source(), turned ? other : id, turned ? id : other, meant, reason);
        if (form.get("all").matches("[0-9]{1,18}")) {
            return desk.to("duplicates/all", new TreeMap<>(Map.of("after", form.get("all"), "done", "decided")));
        }
        Map<String, String> told = new LinkedHashMap<>();
        if (!form.get("queue").isEmpty()) {
            told.put("queue", form.get("queue"));
        }
        told.put("done", "duplicate");
        return desk.to("publications/" + id, told);
    }
}
