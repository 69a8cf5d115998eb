package org.acervo.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.catalog.Finding;
import org.acervo.library.SearchPage.Argument;
import org.acervo.library.SearchPage.Choice;
import org.acervo.library.SearchPage.Group;
import org.acervo.library.SearchPage.Order;
import org.acervo.library.SearchPage.Problem;
import org.acervo.library.SearchPage.Tick;
import org.acervo.pages.Query;
import org.acervo.pages.YearBar;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Search;
import org.acervo.search.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was found into the words of one reader.
 *
 * @param path of the page below the root
 */
record SearchPages(Cards cards, FacetNames names, Reader reader, String path) {

    /** What the public narrows a search by, in the order of the page; the years come after the languages. */
    static final List<Facet> FACETS =
            List.of(Facet.THEME, Facet.COUNTRY, Facet.TYPE, Facet.LANGUAGE, Facet.MISSION, Facet.PUBLISHER_KIND);

    private static final int FEW = 6;
    private static final int MOST = 30;
    private static final int MOST_PROBLEMS = 5;
    private static final int FEWEST_CHIPS = 4;

    /** In bytes: each link repeats what is looked for, and a page with all of them is to stay below 100 kB. */
    private static final int LINKS_WEIGH = 75_000;

    /** Orders, languages, feeds, chips and the like. */
    private static final int OTHER_LINKS = 16;

    SearchPage page(Search.Read read, Found found) {
        Search search = read.search();
        String meant = found.didYouMean();
        int room = Math.max(0, LINKS_WEIGH / link(search).length() - OTHER_LINKS);
        return new SearchPage(
                search.text(),
                text(search.from()),
                text(search.to()),
                reader.counted("search.total", found.total()),
                found.catchingUp(),
                meant == null ? Choice.NONE : new Choice(meant, link(search.withText(meant))),
                found.alsoFound().stream().limit(FEW).collect(Collectors.joining(", ")),
                Stream.concat(read.findings().stream(), found.findings().stream())
                        .limit(MOST_PROBLEMS)
                        .map(each -> problem(each, search.text()))
                        .toList(),
                chosen(search).stream().limit(Math.max(FEWEST_CHIPS, room / 4)).toList(),
                link(search.unnarrowed()),
                groups(search, found, Math.min(MOST, room / 2 / FACETS.size())),
                years(search, found, room / 4),
                orders(search),
                kept(search),
                cards.found(found.hits(), reader),
                found.hindrances().stream().map(this::hindrance).toList(),
                search.after() == null ? "" : link(search.from(null)),
                found.next() == null ? "" : link(search.from(found.next())),
                reader.request().root() + "search.atom" + query(search.from(null)));
    }

    private String link(Search search) {
        return reader.request().root() + path + query(search);
    }

    private String query(Search search) {
        return Query.of(reader.request().withLanguage(search.parameters()));
    }

    private static String text(@Nullable Integer year) {
        return year == null ? "" : year.toString();
    }

    private Problem problem(Finding finding, String typed) {
        String message = finding.message(reader.language());
        String pointer = finding.pointer();
        if (!pointer.matches("/q/\\d{1,4}")) {
            return new Problem(message, "", "", "");
        }
        int place = Math.min(Integer.parseInt(pointer.substring(3)), typed.length());
        int end = Math.min(typed.length(), place + 1);
        return new Problem(
                message,
                typed.substring(0, place),
                place == end ? "\u2423" : typed.substring(place, end),
                typed.substring(end));
    }

    private List<Choice> chosen(Search search) {
        List<Choice> chosen = new ArrayList<>();
        search.chosen()
                .forEach((facet, values) -> values.forEach(value -> chosen.add(new Choice(
                        names.facet(facet) + ": " + names.value(facet, value), link(search.toggled(facet, value))))));
        if (search.from() != null || search.to() != null) {
            String years = text(search.from()) + "–" + text(search.to());
            chosen.add(new Choice(reader.text("search.years") + ": " + years, link(search.within(null, null))));
        }
        return chosen;
    }

    /** @param most so many values of each; those that are chosen come first */
    private List<Group> groups(Search search, Found found, int most) {
        return FACETS.stream()
                .map(facet -> group(facet, search, found, most))
                .filter(each -> !each.shown().isEmpty())
                .toList();
    }

    /** All of them or, where they are more than so many, none. */
    private List<YearBar> years(Search search, Found found, int most) {
        List<YearBar> years =
                YearBar.of(found.years(), reader::number, year -> link(search.within(year, year)), search::takesIn);
        return years.size() <= most ? years : List.of();
    }

    private Group group(Facet facet, Search search, Found found, int most) {
        List<Tick> shown = new ArrayList<>();
        List<Tick> more = new ArrayList<>();
        List<Found.Count> values = found.facets().getOrDefault(facet, List.of());
        values.stream().limit(most).forEach(each -> {
            Tick tick = new Tick(
                    names.value(facet, each.value()),
                    reader.number(each.count()),
                    each.chosen(),
                    link(search.toggled(facet, each.value())));
            (each.chosen() || shown.size() < FEW ? shown : more).add(tick);
        });
        return new Group(names.facet(facet), shown, more);
    }

    private List<Order> orders(Search search) {
        return Arrays.stream(Sort.values())
                .filter(each -> each != Sort.CHANGED)
                .map(each -> new Order(
                        reader.text("search.sort." + each.code()), link(search.sorted(each)), each == search.sort()))
                .toList();
    }

    private List<Argument> kept(Search search) {
        Map<String, List<String>> arguments =
                new LinkedHashMap<>(search.from(null).parameters());
        return reader.request().withLanguage(arguments).entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> new Argument(each.getKey(), value)))
                .toList();
    }

    private Choice hindrance(Found.Hindrance each) {
        Facet facet = each.facet();
        String name = facet == null ? reader.text("search.years") : names.facet(facet);
        return new Choice(
                reader.text("search.hindrance").replace("{0}", name).replace("{1}", reader.number(each.without())),
                link(each.search()));
    }
}
