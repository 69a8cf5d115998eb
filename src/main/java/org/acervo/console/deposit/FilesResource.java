package org.acervo.console.deposit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.Upload;
import org.acervo.deposit.FileDeposits;
import org.acervo.files.Incoming;
import org.acervo.publishing.FileCondition;
import org.jspecify.annotations.Nullable;

/** The files of a publication: bring, replace, describe, order and remove them. */
@Path("publications/{id: [0-9]+}/files")
@Controller
@RequestScoped
public class FilesResource {

    private static final int REFUSED = 422;
    private static final List<String> SAID = List.of("language", "description", "position", "embargo");

    private final Shelf shelf;
    private final FileDeposits deposits;
    private final FilesViews views;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FilesResource() {
        this(null, null, null);
    }

    @Inject
    FilesResource(Shelf shelf, FileDeposits deposits, FilesViews views) {
        this.shelf = shelf;
        this.deposits = deposits;
        this.views = views;
    }

    @GET
    public Response show(@PathParam("id") String id) {
        return page(200, shelf.find(id), List.of(), List.of(), null);
    }

    private Response page(
            int status,
            Publication publication,
            List<String> problems,
            List<String> remarks,
            FilesView.@Nullable Typed typed) {
        return shelf.desk().page(status, FilesViews.TEMPLATE, views.of(publication, problems, remarks, typed));
    }

    /**
     * Takes files, or changes what is said of one, or takes one away.
     *
     * @throws IOException where the form breaks off
     */
    @POST
    public Response change(@PathParam("id") String id) throws IOException {
        Publication publication = shelf.change(id);
        Desk desk = shelf.desk();
        Fields form = desk.form();
        try {
            if (form.get("do").equals("bring")) {
                Optional<Upload.File> first = desk.upload().next();
                return first.isPresent()
                        ? brought(publication, bring(publication, first.get(), desk.upload(), form))
                        : page(
                                REFUSED,
                                publication,
                                List.of(desk.text(FilesViews.TEMPLATE, "file.none")),
                                List.of(),
                                typed(form));
            }
            switch (form.get("do")) {
                case "remove" -> deposits.remove(desk.caller(), id, form.get("file"));
                case "change" -> deposits.change(desk.caller(), id, form.get("file"), said(form, true));
                default -> throw new jakarta.ws.rs.BadRequestException();
            }
            String done = form.get("do").equals("remove") ? "file-removed" : "file-changed";
            return desk.to("publications/" + id + "/files", Map.of("done", done));
        } catch (Refused refused) {
            return page(REFUSED, shelf.find(id), shelf.words(refused.findings()), List.of(), typed(form));
        }
    }

    /** Gives what is to be said of what came, or of what was not taken. */
    private List<Finding> bring(Publication publication, Upload.File first, Upload upload, Fields form)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        String as = form.get("as");
        Optional<Upload.File> file = Optional.of(first);
        while (file.isPresent()) {
            String name = as.isEmpty() ? file.get().name() : as;
            FileDeposits.Wish wish = new FileDeposits.Wish(
                    shelf.desk().caller(),
                    publication.id().toString(),
                    Incoming.named(name),
                    said(form, !as.isEmpty()),
                    FileCondition.WHATEVER);
            findings.addAll(deposits.put(wish, file.get().content()).attached().findings());
            file = as.isEmpty() ? upload.next() : Optional.empty();
        }
        return findings;
    }

    private Response brought(Publication publication, List<Finding> findings) {
        String id = publication.id().toString();
        return findings.isEmpty()
                ? shelf.desk().to("publications/" + id + "/files", Map.of("done", "file-brought"))
                : page(200, shelf.find(id), List.of(), shelf.words(findings), null);
    }

    /** What the form says of a file; of one that is new an empty field says nothing. */
    private static Map<String, String> said(Fields form, boolean emptied) {
        Map<String, String> said = new HashMap<>();
        SAID.stream()
                .filter(form::has)
                .filter(each -> emptied || !form.get(each).isBlank())
                .forEach(each -> said.put(each, form.get(each).strip()));
        return said;
    }

    private static FilesView.Typed typed(Fields form) {
        return new FilesView.Typed(
                form.get("file"),
                form.get("language"),
                form.get("description"),
                form.get("position"),
                form.get("embargo"));
    }
}
