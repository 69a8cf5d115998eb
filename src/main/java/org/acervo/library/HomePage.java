package org.acervo.library;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acervo.catalog.Publications;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Run;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Sort;
import org.acervo.search.Viewer;
import org.acervo.site.SitePage;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/** Makes what the front page shows. Thread-safe. */
record HomePage(
        Publications publications, Searching searching, Vocabularies vocabularies, Cards cards, Shelves shelves) {

    private static final int NEWEST = 6;
    private static final int NEWS = 4;

    HomeView view(Reader reader) {
        Found all = searching.find(Search.all(reader.language(), Viewer.PUBLIC).sized(1));
        return new HomeView(
                shelves.introduction(SitePage.HOME.path(), reader),
                reader.counted("home.count", all.total()),
                all.catchingUp(),
                terms(vocabularies.themes().all(), Family.THEME, counts(all, Facet.THEME), reader),
                terms(vocabularies.missions().all(), Family.MISSION, counts(all, Facet.MISSION), reader),
                shelves.features(reader),
                news(reader),
                cards.of(publications.newest(NEWEST), reader));
    }

    private List<Value> news(Reader reader) {
        Search news = Search.all(reader.language(), Viewer.PUBLIC)
                .with(Facet.TYPE, List.of("news"))
                .sorted(Sort.NEWEST)
                .sized(NEWS);
        return searching.find(news).hits().stream()
                .map(each -> new Value(
                        Run.plain(each.title()),
                        each.titleLang(),
                        reader.request().to("publications/" + each.id()),
                        each.date() == null ? null : reader.dates().of(each.date())))
                .toList();
    }

    private static Map<String, Integer> counts(Found found, Facet facet) {
        return found.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(Found.Count::value, Found.Count::count));
    }

    private static List<Value> terms(
            List<? extends Term> terms, Family family, Map<String, Integer> counts, Reader reader) {
        return terms.stream()
                .map(term -> new Value(
                        term.labels().in(reader.language()),
                        null,
                        reader.shelf(family, term.code()),
                        reader.number(counts.getOrDefault(term.code(), 0))))
                .toList();
    }
}
