package org.acervo.console.deposit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Actor;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Statement;
import org.acervo.console.Upload;
import org.acervo.console.publications.FileTitle;
import org.acervo.deposit.FileDeposits;
import org.acervo.files.Incoming;
import org.acervo.format.JsonMaker;
import org.acervo.publishing.FileCondition;
import org.acervo.publishing.Publishing;

/** A deposit that begins with its file: the draft is made with the file, and what can be read of the file is proposed for it. */
@Path("deposit")
@RequestScoped
public class StartResource {

    private static final String TEMPLATE = "console/deposit/start.ftlh";
    private static final int REFUSED = 422;

    private final Shelf shelf;
    private final Publishing publishing;
    private final FileDeposits deposits;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected StartResource() {
        this(null, null, null);
    }

    @Inject
    StartResource(Shelf shelf, Publishing publishing, FileDeposits deposits) {
        this.shelf = shelf;
        this.publishing = publishing;
        this.deposits = deposits;
    }

    /** @param problems why it was not done */
    public record View(List<String> problems) {}

    @GET
    @Controller
    public Response show() {
        shelf.desk().caller().require(Right.DEPOSIT);
        return shelf.desk().page(TEMPLATE, new View(List.of()));
    }

    /**
     * Makes a draft of a file; of a file that is refused none is left.
     *
     * @throws IOException where the form breaks off
     */
    @POST
    @Controller
    public Response begin() throws IOException {
        Caller caller = shelf.desk().caller();
        caller.require(Right.DEPOSIT);
        Optional<Upload.File> file = shelf.desk().upload().next();
        if (file.isEmpty()) {
            return refused(List.of(shelf.desk().text(TEMPLATE, "file.none")));
        }
        Publication draft = draft(file.get().name());
        boolean whole = false;
        try {
            FileDeposits.Wish wish = new FileDeposits.Wish(
                    caller, draft.id().toString(), Incoming.named(file.get().name()), Map.of(), FileCondition.WHATEVER);
            deposits.put(wish, file.get().content());
            whole = true;
        } catch (Refused refused) {
            return refused(shelf.words(refused.findings()));
        } finally {
            if (!whole) {
                publishing.delete(actor(), draft.id(), draft.version());
            }
        }
        return shelf.desk().to("publications/" + draft.id() + "/edit", Map.of("from", "file"));
    }

    private Response refused(List<String> problems) {
        return shelf.desk().page(REFUSED, TEMPLATE, new View(problems));
    }

    /** Makes a draft for a file that a script brings in parts; gives its id. */
    @POST
    @Path("draft")
    public Response draft() {
        shelf.desk().caller().require(Right.DEPOSIT);
        try {
            Publication draft = draft(shelf.desk().form().get("name"));
            return org.acervo.console.Desk.json(
                    200, JsonMaker.object().add("id", draft.id().toString()));
        } catch (Refused refused) {
            return shelf.desk().json(REFUSED, refused.findings());
        }
    }

    private Publication draft(String fileName) {
        List<Statement> text = new ArrayList<>();
        text.add(Statement.of(Element.TITLE, FileTitle.of(fileName)));
        String mission = shelf.desk().caller().mission();
        if (mission != null) {
            text.add(Statement.of(Element.MISSION, mission));
        }
        return publishing.create(actor(), new DublinCore(text)).publication();
    }

    private Actor actor() {
        return shelf.desk().caller().actorFor(shelf.desk().caller().mission());
    }
}
