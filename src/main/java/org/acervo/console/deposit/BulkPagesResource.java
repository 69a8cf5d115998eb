package org.acervo.console.deposit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.Right;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Upload;
import org.acervo.deposit.bulk.BulkDeposits;
import org.acervo.deposit.bulk.BulkJob;
import org.acervo.deposit.bulk.SheetFormat;
import org.acervo.deposit.bulk.Template;
import org.acervo.vocabulary.Vocabularies;

/** Deposits by spreadsheet: the template, what a try says of each row, and the run. */
@Path("bulk")
@RequestScoped
public class BulkPagesResource {

    private static final int REFUSED = 422;
    private static final int SHOWN = 200;

    private final Desk desk;
    private final BulkDeposits deposits;
    private final Vocabularies vocabularies;
    private final BulkViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BulkPagesResource() {
        this(null, null, null, null);
    }

    @Inject
    BulkPagesResource(Desk desk, BulkDeposits deposits, Vocabularies vocabularies, BulkViews views) {
        this.desk = desk;
        this.deposits = deposits;
        this.vocabularies = vocabularies;
        this.views = views;
    }

    @GET
    @Controller
    public Response list() {
        return page(200, List.of());
    }

    private Response page(int status, List<String> problems) {
        desk.caller().require(Right.DEPOSIT);
        return desk.page(status, BulkViews.LIST, views.list(deposits.of(desk.caller()), problems));
    }

    /** An empty sheet in the reader's language. */
    @GET
    @Path("template.{extension}")
    public Response template(@PathParam("extension") String extension) {
        desk.caller().require(Right.DEPOSIT);
        SheetFormat format = Arrays.stream(SheetFormat.values())
                .filter(each -> each.extension().equals(extension))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Template template = new Template(vocabularies, desk.language());
        return sheet(format, template.name() + "." + extension, out -> template.write(format, out));
    }

    private static Response sheet(SheetFormat format, String name, StreamingOutput content) {
        return Response.ok(content)
                .type(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    /**
     * Takes a sheet and tries it.
     *
     * @throws IOException where the form breaks off
     */
    @POST
    @Controller
    public Response take() throws IOException {
        try {
            Optional<Upload.File> file = desk.upload().next();
            if (file.isEmpty()) {
                return page(REFUSED, List.of(desk.text(BulkViews.LIST, "file.none")));
            }
            BulkJob job = deposits.accept(
                            desk.caller(), wish(true), null, file.get().content())
                    .job();
            return desk.to("bulk/" + job.id());
        } catch (Refused refused) {
            return page(REFUSED, views.problems(refused.findings()));
        }
    }

    private BulkJob.Wish wish(boolean dryRun) {
        BulkJob.Then then = BulkJob.Then.of(desk.form().get("then")).orElse(BulkJob.Then.DRAFT);
        return new BulkJob.Wish(then, dryRun, desk.language());
    }

    @GET
    @Path("{id: [0-9a-f]{32}}")
    @Controller
    public Response show(@PathParam("id") String id) {
        return page(200, id, List.of());
    }

    private Response page(int status, String id, List<String> problems) {
        String after = desk.query().get("after");
        int from = after.matches("[0-9]{1,8}") ? Integer.parseInt(after) : 0;
        return desk.page(
                status,
                BulkViews.JOB,
                views.job(
                        deposits.find(desk.caller(), id),
                        deposits.outcomes(desk.caller(), id, from, SHOWN + 1),
                        from,
                        SHOWN,
                        problems));
    }

    /** Runs what was tried, or cancels what runs. */
    @POST
    @Path("{id: [0-9a-f]{32}}")
    @Controller
    public Response decide(@PathParam("id") String id) {
        try {
            if (desk.form().get("do").equals("cancel")) {
                deposits.cancel(desk.caller(), id);
                return desk.to("bulk/" + id, Map.of("done", "cancelled"));
            }
            BulkJob job = deposits.repeat(desk.caller(), id, wish(false)).job();
            return desk.to("bulk/" + job.id());
        } catch (Refused refused) {
            return page(REFUSED, id, views.problems(refused.findings()));
        }
    }

    /** The sheet as it was sent, with what became of each row. */
    @GET
    @Path("{id: [0-9a-f]{32}}/sheet")
    public Response sheet(@PathParam("id") String id) {
        BulkDeposits.Answer answer = deposits.answer(desk.caller(), id, desk.language());
        return sheet(answer.format(), answer.name(), answer.content()::write);
    }
}
