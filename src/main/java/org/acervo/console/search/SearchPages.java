package org.acervo.console.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.acervo.access.Right;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.console.Desk;
import org.acervo.console.search.SearchPage.Choice;
import org.acervo.console.search.SearchPage.Group;
import org.acervo.console.search.SearchPage.Order;
import org.acervo.console.search.SearchPage.Row;
import org.acervo.console.search.SearchPage.Value;
import org.acervo.curation.Claim;
import org.acervo.curation.Queues;
import org.acervo.pages.Query;
import org.acervo.pages.YearBar;
import org.acervo.publishing.Export;
import org.acervo.search.Facet;
import org.acervo.search.FilePassage;
import org.acervo.search.Found;
import org.acervo.search.Hit;
import org.acervo.search.Run;
import org.acervo.search.SavedSearches;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Sort;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Puts what was found into the words of whoever looks. For one request. */
@Dependent
final class SearchPages {

    static final String TEMPLATE = "console/search/search.ftlh";
    static final String PREVIEW = "preview";
    private static final int MOST_SAVED = 200;
    private static final String UNKNOWN = "und";
    private static final int FEW = 8;

    private final Desk desk;
    private final Publications publications;
    private final Vocabularies vocabularies;
    private final Searching searching;
    private final Previews previews;
    private final SavedSearches saved;
    private final Queues queues;

    @Inject
    SearchPages(
            Desk desk,
            Publications publications,
            Vocabularies vocabularies,
            Searching searching,
            Previews previews,
            SavedSearches saved,
            Queues queues) {
        this.desk = desk;
        this.publications = publications;
        this.vocabularies = vocabularies;
        this.searching = searching;
        this.previews = previews;
        this.saved = saved;
        this.queues = queues;
    }

    /** Only the hit that the address names, if there is one that may be seen. */
    Optional<Preview> preview(Search search) {
        return previews.of(desk.query().get(PREVIEW), search, names());
    }

    SearchPage page(Search.Read read, Found found) {
        Search search = read.search();
        FacetNames names = names();
        String meant = found.didYouMean();
        return new SearchPage(
                search.text(),
                text(search.from()),
                text(search.to()),
                desk.number(found.total()),
                desk.number(Math.round(Math.max(1, found.millis()))),
                found.catchingUp(),
                meant == null ? "" : meant,
                meant == null ? "" : link(search.withText(meant)),
                String.join(", ", found.alsoFound()),
                problems(read, found),
                groups(found, names),
                YearBar.of(found.years(), desk::number, year -> link(search.within(year, year)), search::takesIn),
                orders(search),
                rows(search, found.hits(), names),
                found.hindrances().stream().map(each -> hindrance(each, names)).toList(),
                exports(search),
                search.isNarrowed() ? link(search.unnarrowed()) : "",
                found.next() == null ? "" : link(search.from(found.next())),
                saving(search),
                preview(search).orElse(null),
                desk.caller().may(Right.DEPOSIT));
    }

    private List<String> problems(Search.Read read, Found found) {
        return Stream.concat(read.findings().stream(), found.findings().stream())
                .map(this::problem)
                .toList();
    }

    private List<Group> groups(Found found, FacetNames names) {
        return Facet.ALL.stream()
                .map(facet -> group(facet, found, names))
                .filter(each -> !each.shown().isEmpty())
                .toList();
    }

    private List<Row> rows(Search search, List<Hit> hits, FacetNames names) {
        Map<PublicationId, List<FilePassage>> passages = passages(search, hits);
        Map<PublicationId, Claim> claims = queues.claims(hits.stream()
                .filter(each -> each.workingState() == State.SUBMITTED)
                .map(Hit::id)
                .toList());
        return hits.stream()
                .map(each ->
                        row(each, names, search, passages.getOrDefault(each.id(), List.of()), claims.get(each.id())))
                .toList();
    }

    /** Of hits that neither title nor description explain. */
    private Map<PublicationId, List<FilePassage>> passages(Search search, List<Hit> hits) {
        List<PublicationId> unexplained = hits.stream()
                .filter(each -> Stream.concat(each.title().stream(), each.snippet().stream())
                        .noneMatch(Run::marked))
                .map(Hit::id)
                .toList();
        return search.text().isBlank() ? Map.of() : searching.passages(unexplained, search, 1);
    }

    private SearchPage.Saving saving(Search search) {
        String query = query(search);
        String own = desk.caller().name();
        List<SearchPage.Kept> kept = saved.of(own, MOST_SAVED).stream()
                .map(each -> new SearchPage.Kept(
                        each.name(),
                        "search?" + each.query(),
                        each.owner().equals(own) ? "" : each.owner(),
                        each.query().equals(query)))
                .toList();
        return new SearchPage.Saving(query, kept, desk.caller().may(Right.CURATE));
    }

    /** The query of a search from its first page on, without its question mark. */
    static String query(Search search) {
        String link = link(search.from(null));
        return link.isEmpty() ? "" : link.substring(1);
    }

    private FacetNames names() {
        Map<String, String> collections = new LinkedHashMap<>();
        publications
                .collections()
                .forEach(each -> collections.put(each.code(), each.labels().in(desk.language())));
        return new FacetNames(desk.language(), desk.texts(TEMPLATE), vocabularies, collections);
    }

    static String link(Search search) {
        return Query.of(search.parameters());
    }

    private static String text(@Nullable Integer year) {
        return year == null ? "" : year.toString();
    }

    private String problem(Finding finding) {
        return finding.message(desk.language());
    }

    private Group group(Facet facet, Found found, FacetNames names) {
        List<Value> values = found.facets().getOrDefault(facet, List.of()).stream()
                .map(each -> new Value(
                        each.value(), names.value(facet, each.value()), desk.number(each.count()), each.chosen()))
                .toList();
        List<Value> shown = new ArrayList<>();
        List<Value> more = new ArrayList<>();
        for (Value value : values) {
            (value.chosen() || shown.size() < FEW ? shown : more).add(value);
        }
        return new Group(facet.parameter(), names.facet(facet), shown, more);
    }

    private List<Order> orders(Search search) {
        return Arrays.stream(Sort.values())
                .map(each -> new Order(each.code(), desk.text(TEMPLATE, "sort." + each.code()), each == search.sort()))
                .toList();
    }

    private Choice hindrance(Found.Hindrance each, FacetNames names) {
        Facet facet = each.facet();
        String name = facet == null ? desk.text(TEMPLATE, "years") : names.facet(facet);
        return new Choice(desk.text(TEMPLATE, "hindrance", name, desk.number(each.without())), link(each.search()));
    }

    private List<Choice> exports(Search search) {
        return Arrays.stream(Export.Form.values())
                .map(each -> new Choice(
                        desk.text(TEMPLATE, "export." + each.extension()),
                        "search/hits." + each.extension() + link(search.from(null))))
                .toList();
    }

    private static String previewLink(Search search, Hit hit) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(search.parameters());
        parameters.put(PREVIEW, List.of(hit.id().toString()));
        return Query.of(parameters);
    }

    private Row row(Hit hit, FacetNames names, Search search, List<FilePassage> passages, @Nullable Claim claim) {
        String mission = hit.mission();
        String type = hit.type();
        boolean revised = hit.state() != hit.workingState();
        String state = names.value(Facet.STATE, hit.state().code());
        return new Row(
                hit.id().toString(),
                hit.titleLang() == null ? "" : hit.titleLang(),
                hit.title(),
                hit.snippetLang() == null ? "" : hit.snippetLang(),
                hit.snippet(),
                revised
                        ? state + " · "
                                + names.value(
                                        Facet.STATE,
                                        "revision-" + hit.workingState().code())
                        : state,
                look(hit.workingState()),
                mission == null ? "" : names.value(Facet.MISSION, mission),
                type == null ? "" : names.value(Facet.TYPE, type),
                hit.date() == null || "unknown".equals(hit.date()) ? "" : hit.date(),
                hit.languages().stream().filter(each -> !each.equals(UNKNOWN)).toList(),
                hit.files() == 0 ? "" : desk.text(TEMPLATE, "files", hit.files()),
                claim == null ? "" : desk.text(TEMPLATE, "held", claim.holder()),
                passages,
                previewLink(search, hit),
                desk.query().get(PREVIEW).equals(hit.id().toString()));
    }

    static String look(State state) {
        return switch (state) {
            case PUBLISHED -> "good";
            case SUBMITTED -> "wait";
            case RETURNED, WITHDRAWN -> "bad";
            case DRAFT -> "quiet";
        };
    }
}
