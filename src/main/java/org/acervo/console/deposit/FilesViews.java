package org.acervo.console.deposit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acervo.access.Right;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.console.Desk;
import org.acervo.console.deposit.FilesView.Choice;
import org.acervo.console.deposit.FilesView.Line;
import org.acervo.files.Extraction;
import org.acervo.files.Extractions;
import org.acervo.publishing.Attachments;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Tells of the files of a publication. For one request. */
@Dependent
final class FilesViews {

    static final String TEMPLATE = "console/deposit/files.ftlh";

    private final Desk desk;
    private final Attachments attachments;
    private final Extractions extractions;
    private final Vocabularies vocabularies;

    @Inject
    FilesViews(Desk desk, Attachments attachments, Extractions extractions, Vocabularies vocabularies) {
        this.desk = desk;
        this.attachments = attachments;
        this.extractions = extractions;
        this.vocabularies = vocabularies;
    }

    FilesView of(
            Publication publication, List<String> problems, List<String> remarks, FilesView.@Nullable Typed typed) {
        Map<String, Extraction.Status> texts = new HashMap<>();
        extractions.of(publication.id()).forEach(each -> texts.put(each.sha256(), each.status()));
        Statement title = title(publication, desk.language());
        boolean decides = desk.caller()
                .actorFor(publication.metadata().value(Element.MISSION))
                .mayPublish();
        boolean open = publication.state() != State.WITHDRAWN && !publication.isErased();
        return new FilesView(
                publication.id().toString(),
                title == null ? "—" : title.value(),
                title == null || title.lang() == null ? "" : title.lang(),
                text("state." + publication.state().code()),
                look(publication.workingState()),
                open && desk.caller().may(Right.DEPOSIT) && (decides || publication.workingState() != State.SUBMITTED),
                publication.state() == State.PUBLISHED && !decides,
                attachments.of(publication.id()).stream()
                        .map(each -> line(each, texts))
                        .toList(),
                problems,
                remarks,
                typed,
                tongues());
    }

    static @Nullable Statement title(Publication publication, InterfaceLanguage language) {
        List<Statement> titles = publication.working().all(Element.TITLE);
        return titles.stream()
                .filter(each -> language.tag().equals(each.lang()))
                .findFirst()
                .or(() -> titles.stream().findFirst())
                .orElse(null);
    }

    static String look(State state) {
        return switch (state) {
            case PUBLISHED -> "good";
            case SUBMITTED -> "wait";
            case RETURNED, WITHDRAWN -> "bad";
            case DRAFT -> "quiet";
        };
    }

    private Line line(PublicationFile file, Map<String, Extraction.Status> texts) {
        Extraction.Status status = texts.getOrDefault(file.sha256(), Extraction.Status.WAITING);
        return new Line(
                file.name(),
                file.publication() + "/files/"
                        + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"),
                file.mediaType(),
                desk.size(file.size()),
                file.standing() == PublicationFile.Standing.KEPT
                        ? ""
                        : text("file." + file.standing().code()),
                text("text." + status.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                switch (status) {
                    case SEARCHED -> "good";
                    case WAITING, UNSUPPORTED -> "quiet";
                    default -> "wait";
                },
                orEmpty(file.language()),
                orEmpty(file.description()),
                Integer.toString(file.position()),
                file.embargo() == null ? "" : file.embargo().toString());
    }

    private List<Choice> tongues() {
        List<Choice> all = new ArrayList<>();
        List<String> tags = new ArrayList<>(Arrays.stream(InterfaceLanguage.values())
                .map(InterfaceLanguage::tag)
                .toList());
        tags.addAll(List.of("ht", "nl", "quc", "mam", "kek"));
        tags.forEach(each -> all.add(new Choice(each, vocabularies.languages().label(each, desk.language()))));
        return all;
    }

    private String text(String key) {
        return desk.texts(TEMPLATE).getOrDefault(key, key);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
