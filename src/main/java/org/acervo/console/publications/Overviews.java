package org.acervo.console.publications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Listing;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Rules;
import org.acervo.catalog.State;
import org.acervo.console.publications.Overview.Item;
import org.acervo.console.publications.Overview.Remark;
import org.acervo.console.publications.Overview.Section;
import org.acervo.curation.Claim;
import org.acervo.curation.Queues;
import org.acervo.publishing.Reach;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Hit;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Sort;
import org.acervo.search.Viewer;

/** Gathers what waits for somebody who deposits. For one request. */
@Dependent
final class Overviews {

    private static final int FEW = 8;
    private static final int LATELY = 5;
    private static final int LOOKED_AT = 30;
    private static final String REVISION = "revision-";

    private final Holding holding;
    private final Searching searching;
    private final Queues queues;

    @Inject
    Overviews(Holding holding, Searching searching, Queues queues) {
        this.holding = holding;
        this.searching = searching;
        this.queues = queues;
    }

    /** How many publications there are of each state, and of those with a revision by the state of that. */
    Map<String, Integer> counts() {
        return found().facets().getOrDefault(Facet.STATE, List.of()).stream()
                .collect(java.util.stream.Collectors.toMap(Found.Count::value, Found.Count::count));
    }

    private Search search() {
        return Search.all(holding.desk().language(), Viewer.of(holding.desk().caller()))
                .sized(1);
    }

    private Found found() {
        searching.refresh();
        return searching.find(search());
    }

    Overview of(Words words) {
        Found found = found();
        Map<String, Integer> counts = counts();
        List<Section> sections = Stream.of(
                        section("returned", State.RETURNED, counts, words),
                        section("drafts", State.DRAFT, counts, words),
                        section("reviewed", State.SUBMITTED, counts, words),
                        lately(counts, words))
                .filter(each -> !each.items().isEmpty())
                .toList();
        return new Overview(sections, holding.desk().number(found.total()), found.catchingUp());
    }

    /** Publications whose text that is worked on is in a state, those that have waited longest first. */
    private Section section(String key, State state, Map<String, Integer> counts, Words words) {
        List<Publication> all = new ArrayList<>();
        all.addAll(list(state, null));
        all.addAll(list(null, state));
        all.sort(Comparator.comparing(Publication::modified));
        List<Publication> shown = all.stream().limit(FEW).toList();
        Map<PublicationId, Claim> claims = state == State.SUBMITTED ? claims(shown) : Map.of();
        int plain = counts.getOrDefault(state.code(), 0);
        int count = Math.max(all.size(), plain + counts.getOrDefault(REVISION + state.code(), 0));
        String link = plain > 0 ? state.code() : REVISION + state.code();
        return new Section(
                key,
                words.text("over." + key),
                holding.desk().number(count),
                count > shown.size() ? "?show=" + link : "",
                shown.stream()
                        .map(each -> item(each, state, Optional.ofNullable(claims.get(each.id())), words))
                        .toList());
    }

    private List<Publication> list(
            @org.jspecify.annotations.Nullable State state, @org.jspecify.annotations.Nullable State revision) {
        Listing wanted = new Listing(Reach.missions(holding.desk().caller()), state, revision, null, null, null);
        return holding.publications().list(wanted, 0, FEW).publications();
    }

    private Map<PublicationId, Claim> claims(Collection<Publication> all) {
        return queues.claims(all.stream().map(Publication::id).toList());
    }

    private Item item(Publication publication, State state, Optional<Claim> claim, Words words) {
        List<Event> history =
                state == State.DRAFT ? List.of() : holding.publications().history(publication.id());
        Optional<Event> returned = last(history, Action.RETURNED);
        List<String> facts = new ArrayList<>(facts(publication, words));
        if (state == State.SUBMITTED) {
            Instant since = last(history, Action.SUBMITTED).map(Event::at).orElse(publication.modified());
            facts.add(since(since, words));
            facts.add(claim.map(each -> words.text("over.held").replace("{0}", each.holder()))
                    .orElse(words.text("over.free")));
        } else {
            facts.add(returned.map(each -> words.moment(each.at()) + " UTC · " + each.actor())
                    .orElse(words.age(publication.modified())));
        }
        boolean mine = state != State.SUBMITTED;
        return new Item(
                publication.id().toString(),
                words.title(publication.working()),
                words.text(publication.revision() == null ? "state." + state.code() : "revision." + state.code()),
                Words.look(state),
                facts,
                state == State.RETURNED ? returned.map(Event::reason).orElse("") : "",
                state == State.RETURNED
                        ? returned.map(each -> remarks(each, words)).orElse(List.of())
                        : List.of(),
                state == State.DRAFT ? missing(publication, words) : List.of(),
                mine ? "publications/" + publication.id() + "/edit" : "",
                mine ? words.text(state == State.RETURNED ? "over.mend" : "over.goOn") : "");
    }

    private static Optional<Event> last(List<Event> history, Action action) {
        return history.stream().filter(each -> each.action() == action).reduce((one, next) -> next);
    }

    private List<String> facts(Publication publication, Words words) {
        boolean several = !holding.desk().caller().delegations().isEmpty();
        return publication.working().all(Element.MISSION).stream()
                .filter(each -> several)
                .map(each -> words.said(each).text())
                .toList();
    }

    private String since(Instant since, Words words) {
        long days = Duration.between(since, words.clock().instant()).toDays();
        return days == 0
                ? words.text("over.today")
                : words.text(days == 1 ? "over.day" : "over.days")
                        .replace("{0}", holding.desk().number(days));
    }

    private static List<Remark> remarks(Event returned, Words words) {
        return returned.fieldReasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Remark(field(each.getKey(), words), each.getValue()))
                .toList();
    }

    /** The names of the fields that keep it from being published, each once. */
    private List<String> missing(Publication publication, Words words) {
        return holding.publishing().check(publication.working(), Rules.Purpose.PUBLISH, publication.id()).stream()
                .filter(Finding::isError)
                .map(each -> field(each.pointer(), words))
                .distinct()
                .toList();
    }

    private static String field(String pointer, Words words) {
        String[] steps = pointer.split("/", -1);
        return steps.length < 2
                ? pointer
                : Element.ofMember(steps[1]).map(words::element).orElse(steps[1]);
    }

    /** What came last before the public. */
    private Section lately(Map<String, Integer> counts, Words words) {
        Search search = search().with(Facet.STATE, List.of(State.PUBLISHED.code()))
                .sorted(Sort.CHANGED)
                .sized(LOOKED_AT);
        List<PublicationId> ids =
                searching.find(search).hits().stream().map(Hit::id).toList();
        List<Item> items = holding.publications().findAll(ids).values().stream()
                .filter(each -> each.state() == State.PUBLISHED && each.published() != null)
                .sorted(Comparator.comparing((Publication each) ->
                                Optional.ofNullable(each.published()).orElse(Instant.EPOCH))
                        .reversed())
                .limit(LATELY)
                .map(each -> published(each, words))
                .toList();
        int count = counts.getOrDefault(State.PUBLISHED.code(), 0);
        return new Section(
                "published",
                words.text("over.published"),
                holding.desk().number(count),
                count > items.size() ? "?show=published" : "",
                items);
    }

    private Item published(Publication publication, Words words) {
        List<String> facts = new ArrayList<>(facts(publication, words));
        Optional.ofNullable(publication.published()).ifPresent(at -> facts.add(words.moment(at) + " UTC"));
        int files = holding.files(publication.id()).size();
        if (files > 0) {
            facts.add(words.text("over.files").replace("{0}", holding.desk().number(files)));
        }
        return new Item(
                publication.id().toString(),
                words.title(publication.working()),
                words.state(publication.state()),
                Words.look(publication.state()),
                facts,
                "",
                List.of(),
                List.of(),
                "",
                "");
    }
}
