package org.acervo.console.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.console.Desk;
import org.acervo.console.Fields;
import org.acervo.console.Upload;
import org.acervo.files.Cover;
import org.acervo.files.CoverDrawing;
import org.acervo.files.Covers;
import org.acervo.files.PublicationFiles;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** Which of its pictures a publication is shown with, and what is said of that. */
@Path("site/pictures")
@Controller
@RequestScoped
public class PicturesResource {

    private static final String TEMPLATE = "console/site/picture.ftlh";
    private static final int REFUSED = 422;

    private final Desk desk;
    private final Publications publications;
    private final PublicationFiles files;
    private final Covers covers;
    private final CoverDrawing drawing;
    private final AuditTrail trail;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PicturesResource() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    PicturesResource(
            Desk desk,
            Publications publications,
            PublicationFiles files,
            Covers covers,
            CoverDrawing drawing,
            AuditTrail trail,
            Clock clock) {
        this.desk = desk;
        this.publications = publications;
        this.files = files;
        this.covers = covers;
        this.drawing = drawing;
        this.trail = trail;
        this.clock = clock;
    }

    @GET
    public Response show() {
        desk.caller().require(Right.CURATE);
        Publication publication = publication(desk.query().get("id"));
        Optional<Cover> cover = covers.find(publication.id()).filter(Cover::exists);
        Labels alt = cover.map(Cover::alt).orElse(Labels.same(""));
        return desk.page(
                TEMPLATE, view(publication, cover, alt, cover.map(Cover::credit).orElse(""), ""));
    }

    /** Takes a picture that comes with the form or is a file, or goes back to the first page of the document. */
    @POST
    public Response choose() throws IOException {
        desk.caller().require(Right.CURATE);
        Fields form = desk.form();
        Publication publication = publication(form.get("id"));
        PublicationId id = publication.id();
        Labels alt = Labels.of(language -> form.get("alt-" + language.tag()).strip());
        String credit = form.get("credit").strip();
        try {
            keep(id, form.get("file"), alt, credit);
        } catch (Refused refused) {
            String problem = refused.findings().get(0).message(desk.language());
            return desk.page(
                    REFUSED, TEMPLATE, view(publication, covers.find(id).filter(Cover::exists), alt, credit, problem));
        }
        trail.note(new AuditEntry(
                0,
                clock.instant(),
                AuditEntry.Action.PAGE_WRITTEN,
                desk.source().actor(),
                "publications/" + id + " cover",
                desk.source().address(),
                form.get("file")));
        return form.get("from").equals("publication")
                ? desk.to("publications/" + id, Map.of("done", "picture"))
                : desk.to("site/pictures", Map.of("id", id.toString(), "done", "chosen"));
    }

    private void keep(PublicationId id, String file, Labels alt, String credit) throws IOException {
        Optional<Upload.File> brought = desk.upload().next();
        if (brought.isPresent()) {
            drawing.take(id, brought.get().content(), alt, credit);
        } else if (file.isEmpty()) {
            drawing.forget(id);
        } else {
            drawing.choose(id, file, alt, credit);
        }
    }

    private Publication publication(String id) {
        return PublicationId.parse(id).flatMap(publications::find).orElseThrow(NotFoundException::new);
    }

    private PictureView view(
            Publication publication, Optional<Cover> cover, Labels alt, String credit, String problem) {
        String title = publication.metadata().value(Element.TITLE);
        return new PictureView(
                publication.id().toString(),
                title == null ? "—" : title,
                files.of(publication.id()).stream()
                        .map(each -> each.file())
                        .filter(each -> !PublicationFiles.isPending(each) && CoverDrawing.isDrawable(each.mediaType()))
                        .map(each -> each.name())
                        .toList(),
                cover.map(each -> "publications/" + publication.id() + "/cover/small.jpg?v=" + each.digest())
                        .orElse(""),
                Arrays.stream(InterfaceLanguage.values())
                        .map(each -> Map.of(
                                "tag", each.tag(),
                                "name", each.locale().getDisplayLanguage(each.locale()),
                                "alt", alt.in(each)))
                        .toList(),
                credit,
                problem);
    }
}
