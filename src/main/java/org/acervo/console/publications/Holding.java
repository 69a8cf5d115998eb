package org.acervo.console.publications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.UnknownPublication;
import org.acervo.console.Desk;
import org.acervo.files.Extraction;
import org.acervo.files.Extractions;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.Reach;
import org.acervo.vocabulary.Vocabularies;

/** The repository as whoever is signed in works on it: what they may not see does not exist for them. */
@Dependent
public final class Holding {

    static final String FOLDER = "console/publications/";

    private final Desk desk;
    private final Publications publications;
    private final Publishing publishing;
    private final Attachments attachments;
    private final Vocabularies vocabularies;
    private final Clock clock;
    private final Extractions extractions;

    @Inject
    Holding(
            Desk desk,
            Publications publications,
            Publishing publishing,
            Attachments attachments,
            Vocabularies vocabularies,
            Clock clock,
            Extractions extractions) {
        this.extractions = extractions;
        this.desk = desk;
        this.publications = publications;
        this.publishing = publishing;
        this.attachments = attachments;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    public Desk desk() {
        return desk;
    }

    public Publications publications() {
        return publications;
    }

    Publishing publishing() {
        return publishing;
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    List<PublicationFile> files(PublicationId id) {
        return attachments.of(id);
    }

    /** What the files of a publication were found to say, those that wait among them. */
    List<Extraction> extractions(PublicationId id) {
        return extractions.of(id);
    }

    /** @throws UnknownPublication where there is none that they work on */
    public Publication find(String id) {
        PublicationId parsed = PublicationId.parse(id).orElseThrow(jakarta.ws.rs.NotFoundException::new);
        return publications
                .find(parsed)
                .filter(each -> Reach.isInsider(desk.caller(), each))
                .orElseThrow(() -> new UnknownPublication(parsed));
    }

    /** The same to change it. */
    Publication change(String id) {
        Caller caller = desk.caller();
        caller.require(Right.DEPOSIT);
        return find(id);
    }

    /** @throws org.acervo.catalog.Refused where a text is of a mission that they may not act for */
    void requireMission(org.acervo.catalog.DublinCore text) {
        new Reach(publications, vocabularies.missions()).require(desk.caller(), text);
    }

    Actor actor(Publication publication) {
        return desk.caller().actorFor(publication.metadata().value(Element.MISSION));
    }

    /** The words of a template, and what codes mean. */
    public Words words(String template) {
        Map<String, String> titles = publications.collections().stream()
                .collect(
                        Collectors.toMap(Collection::code, each -> each.labels().in(desk.language())));
        return new Words(desk.language(), desk.texts(template), vocabularies, titles, clock);
    }
}
