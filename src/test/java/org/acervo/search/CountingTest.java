package org.acervo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of random searches over random publications, against counting one by one. */
class CountingTest {

    private static final Map<Facet, List<String>> VALUES = Map.of(
            Facet.MISSION, List.of("mexico", "belize", "panama"),
            Facet.THEME, List.of("migration-data", "labour-mobility", "emergency-crisis"),
            Facet.TYPE, List.of("report", "study", "map"),
            Facet.LANGUAGE, List.of("es", "en", "fr"),
            Facet.COUNTRY, List.of("MX", "BZ", "PA", "GT"));
    private static final Map<Facet, Element> ELEMENTS = Map.of(
            Facet.MISSION, Element.MISSION,
            Facet.THEME, Element.THEME,
            Facet.TYPE, Element.TYPE,
            Facet.LANGUAGE, Element.LANGUAGE,
            Facet.COUNTRY, Element.COVERAGE);
    private static final List<String> WORDS = List.of("amarillo", "boreal", "cuarzo", "delta");

    /** So rare that the other word of a search is looked for in its documents only. */
    private static final String RARE = "escaso";

    @TempDir
    private Path folder;

    private final Random random = new Random(7);

    private record Doc(Set<String> words, Map<Facet, Set<String>> values, int year) {}

    @Test
    void countsAreThoseOfCountingOneByOne() {
        List<Doc> docs = new ArrayList<>();
        try (SearchHouse house = new SearchHouse(folder.resolve("index"))) {
            for (int i = 0; i < 600; i++) {
                docs.add(add(house));
                if (i % 150 == 0) {
                    house.indexer.look(); // so that there are several segments
                }
            }
            for (int i = 0; i < 300; i++) {
                compare(house, docs);
            }
        }
    }

    @Test
    void manyHitsAreRankedAsFewAre() {
        try (SearchHouse house = new SearchHouse(folder.resolve("index"))) {
            List<List<Statement>> texts = new ArrayList<>();
            for (int i = 0; i <= Counts.FEW + 100; i++) {
                String title = i % 8000 == 7 ? "amarillo amarillo" : "amarillo " + "boreal ".repeat(1 + i % 3);
                texts.add(SearchHouse.text(title, "es", Statement.of(Element.DATE, "2010")));
            }
            List<PublicationId> all = house.publishAll(texts);
            List<PublicationId> best = new ArrayList<>();
            for (int i = 7; i < all.size(); i += 8000) {
                best.add(0, all.get(i));
            }
            Found many = house.find("amarillo");
            assertThat(many.total()).isGreaterThan(Counts.FEW);
            assertThat(many.hits()).extracting(Hit::id).startsWith(best.toArray(PublicationId[]::new));
            Found none = house.find(house.search("amarillo").with(Facet.MISSION, List.of("belize")));
            assertThat(none.total()).isZero();
            Found few = house.find(house.search("amarillo NOT boreal"));
            assertThat(few.hits()).extracting(Hit::id).containsExactlyElementsOf(best);
        }
    }

    /** Only in large segments is anything remembered of a word. */
    @Test
    void whatIsRememberedOfWordsFollowsWhatChanges() {
        try (SearchHouse house = new SearchHouse(folder.resolve("index"))) {
            List<List<Statement>> texts = new ArrayList<>();
            for (int i = 0; i < 15_000; i++) {
                texts.add(SearchHouse.text("amarillo " + WORDS.get(1 + i % 3), "es"));
            }
            PublicationId first = house.publishAll(texts).get(0);
            for (int i = 0; i < 3; i++) {
                for (String other : WORDS.subList(1, 4)) {
                    assertThat(total(house, "amarillo " + other)).isEqualTo(5_000);
                }
                house.publish(SearchHouse.text("nada " + i, "es")); // a new searcher, with the same large segment
            }
            Publication changed = house.publications.find(first).orElseThrow();
            DublinCore other = new DublinCore(SearchHouse.text("azul boreal", "es"));
            house.save(changed.become(changed.state(), other, null, SearchHouse.AT));
            assertThat(total(house, "amarillo boreal")).isEqualTo(4_999);
            assertThat(total(house, "amarillo NOT delta")).isEqualTo(9_999);
            assertThat(total(house, "azul boreal")).isEqualTo(1);
        }
    }

    /** The accents say what a stem is: what was typed without them does not find all that the word of the thesaurus does. */
    @Test
    void aTermIsLookedForWhereItsWordIsOnlyWhatWasTyped() {
        try (SearchHouse house = new SearchHouse(folder.resolve("index"))) {
            List<String> terms = List.of("inundações", "inundações costeiras");
            house.use(new Thesaurus(List.of(new Thesaurus.Concept("flood", Map.of(InterfaceLanguage.PT, terms)))));
            house.publish(SearchHouse.text("Uma inundação costeira", "pt"));
            house.publish(SearchHouse.text("Outra coisa", "pt"));
            assertThat(total(house, "inundacoes")).isEqualTo(1);
            assertThat(total(house, "outra OR NOT inundacoes")).isEqualTo(1);
        }
    }

    private static long total(SearchHouse house, String text) {
        return house.find(text).total();
    }

    private Doc add(SearchHouse house) {
        Map<Facet, Set<String>> values = new HashMap<>();
        List<Statement> statements = new ArrayList<>();
        // said before the mission, whose defaults fill in what is left out
        VALUES.forEach((facet, all) -> {
            boolean one = facet == Facet.MISSION || facet == Facet.TYPE;
            Set<String> some = all.stream()
                    .filter(each -> random.nextInt(3) == 0)
                    .limit(one ? 1 : 9)
                    .collect(Collectors.toSet());
            if (some.isEmpty()) {
                some = Set.of(all.get(random.nextInt(all.size())));
            }
            values.put(facet, some);
            some.forEach(each -> statements.add(Statement.of(ELEMENTS.get(facet), each)));
        });
        int year = random.nextInt(5) == 0 ? 0 : 2000 + random.nextInt(4);
        if (year > 0) {
            statements.add(Statement.of(Element.DATE, Integer.toString(year)));
        }
        Set<String> words = WORDS.stream().filter(each -> random.nextBoolean()).collect(Collectors.toSet());
        if (random.nextInt(60) == 0) {
            words.add(RARE);
        }
        statements.add(Statement.of(Element.TITLE, "t " + String.join(" ", words), null));
        Publication first = house.publish(statements);
        if (random.nextInt(10) == 0) {
            house.save(first.become(first.state(), first.metadata(), null, SearchHouse.AT)); // replaces its document
        }
        return new Doc(words, values, year);
    }

    private void compare(SearchHouse house, List<Doc> docs) {
        String first = random.nextBoolean() ? "" : WORDS.get(random.nextInt(WORDS.size()));
        String second =
                random.nextBoolean() ? "" : random.nextBoolean() ? RARE : WORDS.get(random.nextInt(WORDS.size()));
        Search search = house.search((first + " " + second).strip());
        for (Facet facet : VALUES.keySet()) {
            if (random.nextInt(3) == 0) {
                List<String> all = VALUES.get(facet);
                search = search.with(facet, all.subList(0, 1 + random.nextInt(2)));
            }
        }
        if (random.nextInt(3) == 0) {
            search = search.within(2001, random.nextBoolean() ? null : 2002);
        }
        Found found = house.find(search);
        Search wanted = search;
        assertThat(found.hits()).hasSize((int) Math.min(Search.PAGE, found.total()));
        assertThat(found.total())
                .isEqualTo(docs.stream()
                        .filter(doc -> fits(doc, wanted, null, false))
                        .count());
        for (Facet facet : VALUES.keySet()) {
            Map<String, Integer> expected = new TreeMap<>();
            docs.stream()
                    .filter(doc -> fits(doc, wanted, facet, false))
                    .forEach(doc -> doc.values().get(facet).forEach(value -> expected.merge(value, 1, Integer::sum)));
            wanted.chosen(facet).forEach(value -> expected.putIfAbsent(value, 0));
            Map<String, Integer> counted = new TreeMap<>();
            found.facets().get(facet).forEach(each -> counted.put(each.value(), each.count()));
            assertThat(counted).as("%s in %s", facet, wanted).isEqualTo(expected);
        }
        Map<Integer, Integer> years = new TreeMap<>();
        docs.stream()
                .filter(doc -> doc.year() > 0 && fits(doc, wanted, null, true))
                .forEach(doc -> years.merge(doc.year(), 1, Integer::sum));
        assertThat(new TreeMap<>(found.years())).isEqualTo(years);
    }

    private static boolean fits(Doc doc, Search search, Facet but, boolean anyYear) {
        boolean all = search.text().isEmpty()
                || doc.words().containsAll(List.of(search.text().split(" ")));
        for (Facet facet : VALUES.keySet()) {
            Set<String> common = new TreeSet<>(search.chosen(facet));
            common.retainAll(doc.values().get(facet));
            all &= facet == but || search.chosen(facet).isEmpty() || !common.isEmpty();
        }
        boolean inYears = (search.from() == null || doc.year() >= search.from())
                && (search.to() == null || doc.year() <= search.to() && doc.year() > 0);
        return all && (anyYear || inYears);
    }
}
