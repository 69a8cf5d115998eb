package org.acervo.console.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.console.Desk;
import org.acervo.console.search.SearchPage.Bar;
import org.acervo.console.search.SearchPage.Choice;
import org.acervo.console.search.SearchPage.Group;
import org.acervo.console.search.SearchPage.Order;
import org.acervo.console.search.SearchPage.Row;
import org.acervo.console.search.SearchPage.Value;
import org.acervo.pages.Query;
import org.acervo.publishing.Export;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Hit;
import org.acervo.search.Search;
import org.acervo.search.Sort;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Puts what was found into the words of whoever looks. For one request. */
@Dependent
final class SearchPages {

    private static final String TEMPLATE = "console/search/search.ftlh";
    private static final String UNKNOWN = "und";
    private static final int FEW = 8;
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;
    private static final double LEAST = 2;
    private static final int MOST_YEARS = 40;

    private final Desk desk;
    private final Publications publications;
    private final Vocabularies vocabularies;

    @Inject
    SearchPages(Desk desk, Publications publications, Vocabularies vocabularies) {
        this.desk = desk;
        this.publications = publications;
        this.vocabularies = vocabularies;
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
                Stream.concat(read.findings().stream(), found.findings().stream())
                        .map(this::problem)
                        .toList(),
                Facet.ALL.stream()
                        .map(facet -> group(facet, found, names))
                        .filter(each -> !each.shown().isEmpty())
                        .toList(),
                years(search, found.years()),
                orders(search),
                found.hits().stream().map(each -> row(each, names)).toList(),
                found.hindrances().stream().map(each -> hindrance(each, names)).toList(),
                exports(search),
                search.isNarrowed() ? link(search.unnarrowed()) : "",
                found.next() == null ? "" : link(search.from(found.next())));
    }

    private FacetNames names() {
        Map<String, String> collections = new LinkedHashMap<>();
        publications
                .collections()
                .forEach(each -> collections.put(each.code(), each.labels().in(desk.language())));
        return new FacetNames(desk.language(), desk.texts(TEMPLATE), vocabularies, collections);
    }

    private static String link(Search search) {
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

    /** The last forty years that have hits; those before them are found by the fields for years. */
    private List<Bar> years(Search search, SortedMap<Integer, Integer> counts) {
        if (counts.isEmpty()) {
            return List.of();
        }
        int last = counts.lastKey();
        int first = Math.max(counts.firstKey(), last - MOST_YEARS + 1);
        SortedMap<Integer, Integer> shown = counts.tailMap(first);
        int most = shown.values().stream().max(Integer::compare).orElse(1);
        double width = WIDTH / (last - first + 1);
        List<Bar> bars = new ArrayList<>();
        shown.forEach((year, count) -> bars.add(new Bar(
                year,
                desk.number(count),
                (year - first) * width,
                width,
                Math.max(LEAST, HEIGHT * count / most),
                link(search.within(year, year)),
                isWithin(search, year))));
        return bars;
    }

    private static boolean isWithin(Search search, int year) {
        Integer from = search.from();
        Integer to = search.to();
        return (from == null || from <= year) && (to == null || year <= to);
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

    private Row row(Hit hit, FacetNames names) {
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
                hit.files() == 0 ? "" : desk.text(TEMPLATE, "files", hit.files()));
    }

    private static String look(State state) {
        return switch (state) {
            case PUBLISHED -> "good";
            case SUBMITTED -> "wait";
            case RETURNED, WITHDRAWN -> "bad";
            case DRAFT -> "quiet";
        };
    }
}
