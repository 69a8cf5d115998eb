package org.acervo.library;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.catalog.State;
import org.acervo.pages.Markdown;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Sort;
import org.acervo.search.Viewer;
import org.acervo.site.Site;
import org.acervo.site.SitePage;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;

/**
 * Makes the pages of thematic areas, missions and collections, of news, and the lists of them. Thread-safe.
 */
record Shelves(Publications publications, Searching searching, Vocabularies vocabularies, Cards cards, Site site) {

    private static final int PAGE = 20;
    private static final int MOST_TYPES = 8;
    private static final String NEWS = "news";

    /** The kinds of shelves that have a list of their own, by the first step of their path. */
    enum Kind {
        THEMES(Family.THEME, Facet.THEME),
        MISSIONS(Family.MISSION, Facet.MISSION),
        COLLECTIONS(Family.COLLECTION, Facet.COLLECTION);

        private final Family family;
        private final Facet facet;

        Kind(Family family, Facet facet) {
            this.family = family;
            this.facet = facet;
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something that has a page, with a sentence on it; a retired one keeps its page, since publications lead there. */
    private record Named(String code, Labels labels, Labels about, boolean retired) {}

    private List<Named> all(Kind kind, Reader reader) {
        return switch (kind) {
            case THEMES -> named(vocabularies.themes(), theme -> theme.description());
            case MISSIONS ->
                named(
                        vocabularies.missions(),
                        mission -> Labels.same(countries(mission, reader).stream()
                                .map(Value::text)
                                .collect(Collectors.joining(", "))));
            case COLLECTIONS ->
                publications.collections().stream()
                        .map(each -> new Named(each.code(), each.labels(), each.description(), false))
                        .toList();
        };
    }

    private static <T extends Term> List<Named> named(Vocabulary<T> terms, Function<T, Labels> about) {
        return terms.known().stream()
                .map(each -> new Named(each.code(), each.labels(), about.apply(each), terms.isRetired(each.code())))
                .toList();
    }

    /** The list of all of a kind. */
    ShelvesView list(Kind kind, Reader reader) {
        Found found = searching.find(everything(reader).sized(1));
        Map<String, Integer> counts = found.facets().getOrDefault(kind.facet, List.of()).stream()
                .collect(Collectors.toMap(Found.Count::value, Found.Count::count));
        return new ShelvesView(
                reader.text("nav." + kind.path()),
                found.catchingUp(),
                all(kind, reader).stream()
                        .filter(each -> !each.retired())
                        .map(each -> new ShelvesView.Shelf(
                                each.labels().in(reader.language()),
                                reader.shelf(kind.family, each.code()),
                                saidOnce(each, reader),
                                reader.number(counts.getOrDefault(each.code(), 0))))
                        .toList());
    }

    /** A mission of one country has its name. */
    private static String saidOnce(Named named, Reader reader) {
        String about = named.about().in(reader.language());
        return about.equals(named.labels().in(reader.language())) ? "" : about;
    }

    /** What staff chose to show first on the front page; the collections where they chose nothing that there is. */
    List<ShelvesView.Shelf> features(Reader reader) {
        List<ShelvesView.Shelf> all = new ArrayList<>();
        Map<Kind, List<ShelvesView.Shelf>> lists = new EnumMap<>(Kind.class);
        for (String path : site.of(SitePage.HOME).features()) {
            String[] steps = path.split("/", 2);
            if (path.startsWith("publications/")) {
                PublicationId.parse(steps[1])
                        .flatMap(publications::find)
                        .filter(each -> each.state() == State.PUBLISHED)
                        .map(each -> new ShelvesView.Shelf(
                                reader.title(each.metadata()).text(),
                                reader.request().to(path),
                                "",
                                ""))
                        .ifPresent(all::add);
            } else {
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.path().equals(steps[0]))
                        .flatMap(kind -> lists
                                .computeIfAbsent(
                                        kind, each -> list(each, reader).shelves())
                                .stream())
                        .filter(each -> each.link().equals(reader.request().to(path)))
                        .forEach(all::add);
            }
        }
        return all.isEmpty() ? list(Kind.COLLECTIONS, reader).shelves() : all;
    }

    /** The page of one of a kind; empty where there is none. */
    Optional<ShelfView> shelf(Kind kind, String code, Reader reader) {
        return all(kind, reader).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> {
                    Sort sort = kind == Kind.COLLECTIONS ? Sort.RELEVANCE : Sort.NEWEST; // the order that staff gave it
                    Search search = asked(reader, kind.facet, code, sort);
                    String written = introduction(kind.path() + "/" + code, reader);
                    String about = kind == Kind.MISSIONS ? "" : each.about().in(reader.language());
                    return view(
                            List.of(Value.linked(
                                    reader.text("nav." + kind.path()),
                                    reader.request().to(kind.path()))),
                            each.labels().in(reader.language()),
                            written.isEmpty() ? Markdown.html(about) : written,
                            kind == Kind.MISSIONS ? countries(code, reader) : List.of(),
                            search,
                            new SearchPage.Argument(kind.facet.parameter(), code),
                            reader.request()
                                    .to("feeds/"
                                            + kind.family.member(code).value().replace(':', '/') + ".atom"),
                            reader);
                });
    }

    /** News, the newest first. */
    ShelfView news(Reader reader) {
        return view(
                List.of(),
                reader.text("nav.news"),
                introduction(NEWS, reader),
                List.of(),
                asked(reader, Facet.TYPE, NEWS, Sort.NEWEST),
                new SearchPage.Argument(Facet.TYPE.parameter(), NEWS),
                reader.request().to("feeds/type/news.atom"),
                reader);
    }

    private ShelfView view(
            List<Value> trail,
            String title,
            String introduction,
            List<Fact> facts,
            Search search,
            SearchPage.Argument kept,
            String feed,
            Reader reader) {
        Found found = searching.find(search);
        String path = reader.request().path();
        return new ShelfView(
                trail,
                title,
                introduction,
                facts,
                reader.counted("search.total", found.total()),
                search.chosen(Facet.TYPE).isEmpty() ? types(search, found, reader) : List.of(),
                List.of(kept),
                found.catchingUp(),
                cards.found(found.hits(), reader),
                search.after() == null ? "" : reader.request().to(path),
                found.next() == null
                        ? ""
                        : reader.request()
                                .to(path, Map.of("after", List.of(found.next().code()))),
                feed);
    }

    private List<Value> types(Search search, Found found, Reader reader) {
        FacetNames names = new FacetNames(reader, vocabularies, Map.of());
        return found.facets().getOrDefault(Facet.TYPE, List.of()).stream()
                .limit(MOST_TYPES)
                .map(each -> new Value(
                        names.value(Facet.TYPE, each.value()),
                        null,
                        reader.request()
                                .to(
                                        "search",
                                        search.from(null)
                                                .with(Facet.TYPE, List.of(each.value()))
                                                .parameters()),
                        reader.number(each.count())))
                .toList();
    }

    /** What staff wrote for a page, as HTML; English stands in for a language that they left out. */
    String introduction(String path, Reader reader) {
        return SitePage.of(path)
                .map(page -> {
                    Labels text = site.of(page).text();
                    String own = text.in(reader.language());
                    return Markdown.html(own.isBlank() ? text.in(InterfaceLanguage.EN) : own);
                })
                .orElse("");
    }

    private List<Fact> countries(String code, Reader reader) {
        return vocabularies.missions().find(code).stream()
                .map(mission -> countries(mission, reader))
                .filter(values -> !values.isEmpty())
                .map(values -> new Fact(reader.text("shelf.countries"), values))
                .toList();
    }

    private List<Value> countries(Mission mission, Reader reader) {
        return mission.coverage().stream()
                .map(each -> Value.linked(
                        vocabularies.places().label(each, reader.language()), reader.shelf(Family.COUNTRY, each)))
                .toList();
    }

    /** Where the missions work, each country once and in the order of the alphabet. */
    List<Value> countries(Reader reader) {
        List<Value> all = new ArrayList<>();
        vocabularies.missions().all().forEach(each -> all.addAll(countries(each, reader)));
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(Value::text, Collator.getInstance(reader.locale())))
                .toList();
    }

    private static Search everything(Reader reader) {
        return Search.all(reader.language(), Viewer.PUBLIC);
    }

    /** What has a value, from the place on that the address says. */
    private static Search asked(Reader reader, Facet facet, String code, Sort sort) {
        List<String> after = reader.request().query().getOrDefault("after", List.of());
        Search search = Search.of(Map.of("after", after), reader.language(), Viewer.PUBLIC)
                .search();
        return search.with(facet, List.of(code)).sorted(sort).sized(PAGE).from(search.after());
    }
}
