package org.acervo.console.publications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.acervo.access.Right;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Rules;
import org.acervo.catalog.State;
import org.acervo.console.Desk;
import org.acervo.console.publications.PublicationView.Fact;
import org.acervo.console.publications.PublicationView.File;
import org.acervo.console.publications.PublicationView.Place;
import org.acervo.console.publications.PublicationView.Problem;
import org.acervo.console.publications.PublicationView.Similar;
import org.acervo.console.publications.PublicationView.Step;
import org.acervo.console.publications.PublicationView.Why;
import org.acervo.search.Run;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.jspecify.annotations.Nullable;

/** Tells all there is of a publication. */
@Dependent
final class PublicationViews {

    static final String TEMPLATE = Holding.FOLDER + "publication.ftlh";

    private static final int SIMILAR = 5;
    static final String QUEUE = "queue";
    private static final int LONGEST_QUEUE = 500;

    private static final List<Element> ASKED = List.of(
            Element.TITLE,
            Element.DESCRIPTION,
            Element.TYPE,
            Element.DATE,
            Element.LANGUAGE,
            Element.CREATOR,
            Element.PUBLISHER,
            Element.THEME,
            Element.COVERAGE,
            Element.IDENTIFIER,
            Element.RIGHTS);

    private final Holding holding;
    private final Repository repository;
    private final Searching searching;
    private final CuratorViews curators;

    @Inject
    PublicationViews(Holding holding, Repository repository, Searching searching, CuratorViews curators) {
        this.curators = curators;
        this.searching = searching;
        this.holding = holding;
        this.repository = repository;
    }

    /** What is told of a step that was refused. */
    record Refusal(String step, Map<String, String> typed, List<String> problems) {
        static final Refusal NONE = new Refusal("", Map.of(), List.of());
    }

    PublicationView of(Publication publication, Refusal refusal) {
        return of(publication, refusal, holding.words(TEMPLATE));
    }

    private PublicationView of(Publication publication, Refusal refusal, Words words) {
        List<Finding> findings = check(publication);
        List<Step> history = history(publication, words);
        return new PublicationView(
                publication.id().toString(),
                publication.version(),
                words.title(publication.working()),
                words.state(publication.state()),
                Words.look(publication.state()),
                beside(publication, words),
                gone(publication),
                publication.state().isPublic() ? repository.landingPage(publication.id()) : null,
                facts(publication.working(), words),
                files(publication, words),
                problems(findings, true, words),
                problems(findings, false, words),
                returned(publication, history, words),
                history,
                steps(publication),
                places(words),
                similar(publication),
                Difference.between(publication.metadata(), publication.working(), words),
                curators.work(publication),
                curators.suspects(publication, words),
                curators.picture(publication),
                queue(holding.desk()),
                refusal.step(),
                refusal.typed(),
                refusal.problems());
    }

    private List<Finding> check(Publication publication) {
        return holding.publishing().check(publication.working(), Rules.Purpose.PUBLISH, publication.id());
    }

    private static @Nullable String gone(Publication publication) {
        Publication.Withdrawal gone = publication.withdrawal();
        return gone == null ? null : gone.reason();
    }

    private static @Nullable String beside(Publication publication, Words words) {
        Publication.Revision revision = publication.revision();
        return revision == null
                ? null
                : words.text("revision." + revision.state().code());
    }

    private List<Similar> similar(Publication publication) {
        Viewer viewer = Viewer.of(holding.desk().caller());
        return searching.similar(publication.id(), holding.desk().language(), viewer, SIMILAR).stream()
                .map(each -> new Similar(each.id().toString(), new Said(Run.plain(each.title()), each.titleLang())))
                .filter(each -> !each.title().text().isEmpty())
                .toList();
    }

    /** The queue that somebody works through: it comes with the address, and with the form of a step. */
    static String queue(Desk desk) {
        String queue =
                desk.form().has(QUEUE) ? desk.form().get(QUEUE) : desk.query().get(QUEUE);
        return queue.length() <= LONGEST_QUEUE ? queue : "";
    }

    private static @Nullable Step returned(Publication publication, List<Step> history, Words words) {
        String action = words.text("action.returned");
        return history.stream()
                .filter(each -> publication.workingState() == State.RETURNED)
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElse(null);
    }

    private static List<Place> places(Words words) {
        return ASKED.stream()
                .map(each -> new Place(each.pointer(), words.element(each)))
                .toList();
    }

    private static List<Fact> facts(DublinCore text, Words words) {
        List<Fact> facts = new ArrayList<>();
        for (Element element : Element.ALL) {
            if (text.has(element)) {
                facts.add(new Fact(
                        words.element(element),
                        text.all(element).stream().map(words::said).toList()));
            }
        }
        return facts;
    }

    private List<File> files(Publication publication, Words words) {
        return holding.files(publication.id()).stream()
                .map(each -> new File(
                        each.name(),
                        publication.id() + "/files/"
                                + URLEncoder.encode(each.name(), StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                        each.mediaType(),
                        size(each.size(), words.language().locale()),
                        each.standing() == PublicationFile.Standing.KEPT
                                ? ""
                                : words.text("file." + each.standing().code())))
                .toList();
    }

    /** In megabytes of a million bytes, small ones in kilobytes. */
    private static String size(long bytes, Locale locale) {
        return bytes < 1_000_000
                ? String.format(locale, "%.1f kB", bytes / 1e3)
                : String.format(locale, "%.1f MB", bytes / 1e6);
    }

    static List<Problem> problems(List<Finding> findings, boolean errors, Words words) {
        return findings.stream()
                .filter(each -> each.isError() == errors)
                .map(each -> problem(each, words))
                .toList();
    }

    static Problem problem(Finding finding, Words words) {
        String[] parts = finding.pointer().split("/", -1);
        String member = parts.length > 1 ? parts[1] : "";
        String label = Element.ofMember(member).map(words::element).orElse("");
        return new Problem(label.isEmpty() ? "" : member, label, finding.message(words.language()));
    }

    /** The latest step first, each with what it changed: from the text before it to the text before the next change. */
    private List<Step> history(Publication publication, Words words) {
        List<Chapters> chapters = Chapters.of(holding.publications().history(publication.id()));
        List<Step> steps = new ArrayList<>();
        DublinCore after = publication.working();
        for (int i = chapters.size() - 1; i >= 0; i--) {
            Chapters chapter = chapters.get(i);
            DublinCore before = chapter.before();
            List<Difference> changes = before == null ? List.of() : Difference.between(before, after, words);
            steps.add(step(chapter.last(), chapter.saves(), changes, words));
            after = before == null ? after : before;
        }
        return Collections.unmodifiableList(steps);
    }

    private static Step step(Event event, int saves, List<Difference> changes, Words words) {
        List<Why> why = event.fieldReasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Why(
                        Element.ofMember(each.getKey()
                                        .split("/", -1)[
                                        Math.min(1, each.getKey().split("/", -1).length - 1)])
                                .map(words::element)
                                .orElse(each.getKey()),
                        each.getValue()))
                .toList();
        return new Step(
                words.text("action." + event.action().code())
                        + (saves > 1 ? words.text("history.times").replace("{0}", Integer.toString(saves)) : ""),
                words.moment(event.at()),
                event.actor(),
                event.onBehalfOf(),
                event.reason(),
                event.file() == null ? null : event.file().name(),
                why,
                changes);
    }

    /** What may be done with a publication as it is now. */
    private Set<String> steps(Publication publication) {
        Set<String> steps = new LinkedHashSet<>();
        boolean decides = holding.actor(publication).mayPublish();
        State working = publication.workingState();
        boolean isPublic = publication.state() == State.PUBLISHED;
        boolean proposed = isPublic && publication.revision() == null && isProposed(publication);
        if (publication.isErased()) {
            return steps;
        }
        add(steps, "edit", publication.state() != State.WITHDRAWN);
        add(
                steps,
                "publish",
                decides
                        && (working == State.SUBMITTED
                                || working == State.DRAFT
                                || working == State.RETURNED
                                || proposed));
        add(steps, "submit", !decides && (working == State.DRAFT || working == State.RETURNED || proposed));
        add(steps, "take-back", working == State.SUBMITTED);
        add(steps, "return", decides && working == State.SUBMITTED);
        add(steps, "withdraw", isPublic);
        add(steps, "reinstate", decides && publication.state() == State.WITHDRAWN);
        add(steps, "give-up", publication.revision() != null);
        add(steps, "derive", true);
        add(steps, "delete", !publication.state().isPublic());
        add(steps, "erase", holding.desk().caller().may(Right.ADMINISTER));
        return steps;
    }

    private boolean isProposed(Publication publication) {
        return holding.files(publication.id()).stream()
                .anyMatch(each -> each.standing() != PublicationFile.Standing.KEPT);
    }

    private static void add(Set<String> steps, String step, boolean may) {
        if (may) {
            steps.add(step);
        }
    }
}
