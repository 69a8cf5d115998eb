package org.acervo.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acervo.access.Right;
import org.acervo.console.Desk;
import org.acervo.oai.Harvest;
import org.acervo.oai.HarvestLog;

/** Who harvests what, and how far they get. */
@Path("harvests")
@Controller
@RequestScoped
public class HarvestsResource {

    private static final int MOST = 200;

    /** Whoever has not asked for the next page by then will not. */
    private static final Duration GONE = Duration.ofHours(1);

    private final Desk desk;
    private final HarvestLog log;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HarvestsResource() {
        this(null, null, null);
    }

    @Inject
    HarvestsResource(Desk desk, HarvestLog log, Clock clock) {
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /** How far a harvest has got. */
    public enum Course {
        COMPLETE,
        UNDER_WAY,
        BROKEN_OFF,
        REFUSED;

        static Course of(Harvest harvest, Instant now) {
            if (harvest.complete()) {
                return COMPLETE;
            }
            if (harvest.errors() > 0) {
                return REFUSED;
            }
            return harvest.seen().plus(GONE).isBefore(now) ? BROKEN_OFF : UNDER_WAY;
        }
    }

    /** A harvest of the list; numbers are written as the reader writes them. */
    public record Line(
            String begun,
            String seen,
            String address,
            String agent,
            String arguments,
            String pages,
            String records,
            String errors,
            String course) {}

    /** @param most how many are shown at most */
    public record View(List<Line> harvests, int most) {}

    @GET
    public Response list() {
        desk.caller().require(Right.CURATE);
        Instant now = clock.instant();
        List<Line> lines = log.latest(MOST).stream()
                .map(each -> new Line(
                        desk.moment(each.begun()),
                        desk.moment(each.seen()),
                        each.address(),
                        each.agent(),
                        each.arguments(),
                        desk.number(each.pages()),
                        desk.number(each.records()),
                        desk.number(each.errors()),
                        Course.of(each, now).name()))
                .toList();
        return desk.page("console/administration/harvests.ftlh", new View(lines, MOST));
    }
}
