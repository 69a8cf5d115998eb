package org.acervo.console.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;
import org.acervo.access.Right;
import org.acervo.console.Desk;
import org.acervo.search.Indexer;
import org.acervo.search.Reindexing;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;

/** The search index, for administrators: how it is, and the button that makes it anew. */
@Path("index")
@Controller
@RequestScoped
public class IndexResource {

    private static final String TEMPLATE = "console/search/index.ftlh";

    private final Desk desk;
    private final Searching searching;
    private final Indexer indexer;
    private final Reindexing reindexing;
    private final AuditTrail trail;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected IndexResource() {
        this(null, null, null, null, null, null);
    }

    @Inject
    IndexResource(
            Desk desk, Searching searching, Indexer indexer, Reindexing reindexing, AuditTrail trail, Clock clock) {
        this.desk = desk;
        this.searching = searching;
        this.indexer = indexer;
        this.reindexing = reindexing;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The model of the page.
     *
     * @param total publications that are found
     * @param behind changes that are missing
     * @param last what became of the last time it was made anew, or nothing
     */
    public record View(
            String total, String behind, boolean catchingUp, boolean running, String done, int percent, String last) {}

    @GET
    public Response show() {
        desk.caller().require(Right.ADMINISTER);
        Reindexing.Progress progress = reindexing.progress();
        View view = new View(
                desk.number(total()),
                desk.number(indexer.behind()),
                indexer.isCatchingUp(),
                progress.running(),
                desk.number(progress.done()),
                progress.percent(),
                progress.ended() == null
                        ? ""
                        : desk.text(
                                TEMPLATE,
                                progress.failed() ? "index.failed" : "index.last",
                                desk.moment(progress.ended()),
                                progress.by(),
                                desk.number(progress.done())));
        return desk.page(TEMPLATE, view);
    }

    private long total() {
        return searching
                .find(Search.all(desk.language(), Viewer.STAFF).sized(1))
                .total();
    }

    @POST
    public Response rebuild() {
        desk.caller().require(Right.ADMINISTER);
        if (reindexing.begin(desk.caller().name(), total())) {
            trail.note(new AuditEntry(
                    0,
                    clock.instant(),
                    AuditEntry.Action.INDEX_REBUILT,
                    desk.source().actor(),
                    "index",
                    desk.source().address(),
                    ""));
        }
        return desk.to("index", Map.of("done", "begun"));
    }
}
