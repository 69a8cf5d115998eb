package org.acervo.library;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acervo.catalog.Publications;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.search.Facet;
import org.acervo.search.Found;
import org.acervo.search.Search;
import org.acervo.search.Searching;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/** Makes what the front page shows. Thread-safe. */
record HomePage(Publications publications, Searching searching, Vocabularies vocabularies, Cards cards) {

    private static final int NEWEST = 6;

    HomeView view(Reader reader) {
        Found all = searching.find(Search.all(reader.language(), Viewer.PUBLIC).sized(1));
        return new HomeView(
                reader.counted("home.count", all.total()),
                terms(vocabularies.themes().all(), Family.THEME, counts(all, Facet.THEME), reader),
                terms(vocabularies.missions().all(), Family.MISSION, counts(all, Facet.MISSION), reader),
                cards.of(publications.newest(NEWEST), reader));
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
