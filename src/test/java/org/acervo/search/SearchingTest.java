package org.acervo.search;

import static org.acervo.search.SearchHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Rule;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.files.Extraction;
import org.acervo.files.HeldFile;
import org.acervo.files.Proposal;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchingTest {

    @TempDir
    private Path folder;

    private SearchHouse house;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void accentsAndCapitalsDoNotMatterAndFormsOfAWordAreFound() {
        PublicationId es =
                house.publish(text("Número de personas desplazadas", "es")).id();
        PublicationId pt =
                house.publish(text("Migrações na fronteira", "pt-BR")).id();
        PublicationId fr = house.publish(text("L’asile et les réfugiés", "fr")).id();
        PublicationId en = house.publish(text("Migrants' returns", "en")).id();
        PublicationId ht = house.publish(text("Chèche travay nan peyi a", "ht")).id();
        assertThat(house.ids("numero")).containsExactly(es);
        assertThat(house.ids("NÚMEROS")).containsExactly(es);
        assertThat(house.ids("migração")).containsExactly(pt);
        assertThat(house.ids("migracoes")).containsExactly(pt);
        assertThat(house.ids("migracao")).containsExactly(pt);
        assertThat(house.ids("asile")).contains(fr);
        assertThat(house.ids("réfugié")).contains(fr);
        assertThat(house.ids("return")).containsExactly(en);
        assertThat(house.ids("cheche")).containsExactly(ht);
    }

    @Test
    void aTermInOneLanguageFindsTextsInAllByThesaurusAndLabels() {
        PublicationId en = house.publish(text("Victims of trafficking in the Caribbean", "en"))
                .id();
        PublicationId fr = house.publish(text("La traite des personnes", "fr")).id();
        house.publish(text("Fishing boats", "en"));
        PublicationId theme = house.publish(text("Nada", "es", Statement.of(Element.THEME, "labour-mobility")))
                .id();
        Found found = house.find("trata de personas");
        assertThat(found.hits()).extracting(Hit::id).containsExactlyInAnyOrder(en, fr);
        assertThat(found.alsoFound())
                .contains("trafficking in persons", "traite des personnes")
                .doesNotContain("trata de personas");
        PublicationId es =
                house.publish(text("Mujeres y trata de personas", "es")).id();
        for (String word : List.of("trata", "trafficking", "human trafficking")) {
            assertThat(house.find(word).total()).isEqualTo(3);
            assertThat(house.ids(word)).containsExactlyInAnyOrder(en, fr, es);
        }
        assertThat(house.ids("\"trata de personas\"")).containsExactly(es);
        assertThat(house.ids("mobilité")).contains(theme);
        assertThat(house.ids("subject:\"movilidad laboral\"")).containsExactly(theme);
        assertThat(house.ids("text:mobilidade")).containsExactly(theme);
        assertThat(house.ids("title:mobilité")).isEmpty();
        assertThat(house.ids("mobilit*")).containsExactly(theme);
        assertThat(house.ids("mobilidadi~")).contains(theme);
        assertThat(house.ids("movilidad -mobilité")).isEmpty();
        assertThat(house.ids("movilidad NOT subject:mobilidade")).isEmpty();
        assertThat(house.searching.explain(theme, house.search("mobilité")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.place()).isEqualTo(Reason.Place.TEXT));
        assertThat(house.find("personas desplazadas internamente").alsoFound())
                .contains("internally displaced persons");
    }

    @Test
    void theBoxTakesPhrasesFieldsOperatorsRangesAndWildcards() {
        PublicationId a = house.publish(text(
                        "Labour migration in Mexico",
                        "en",
                        Statement.of(Element.DATE, "2016-02"),
                        Statement.of(Element.COVERAGE, "MX"),
                        Statement.of(Element.IDENTIFIER, "978-92-9068-815-4")))
                .id();
        PublicationId b = house.publish(text(
                        "Migration of labour to Belize",
                        "en",
                        Statement.of(Element.DATE, "2020"),
                        Statement.of(Element.COVERAGE, "BZ"),
                        Statement.of(Element.CREATOR, "Pérez, Ana")))
                .id();
        assertThat(house.ids("\"labour migration\"")).containsExactly(a);
        assertThat(house.ids("title:belize")).containsExactly(b);
        assertThat(house.ids("autor:perez")).containsExactly(b);
        assertThat(house.ids("migration NOT belize")).containsExactly(a);
        assertThat(house.ids("-belize")).containsExactly(a);
        assertThat(house.ids("(belize OR title:mexico) AND migration")).containsExactlyInAnyOrder(a, b);
        assertThat(house.ids("year:2015..2018")).containsExactly(a);
        assertThat(house.ids("año:2018..")).containsExactly(b);
        assertThat(house.ids("2015..2018")).containsExactly(a);
        assertThat(house.ids("country:México")).containsExactly(a);
        assertThat(house.ids("pays:BZ")).containsExactly(b);
        assertThat(house.ids("migra* bel?ze")).containsExactly(b);
        assertThat(house.ids("migraton~")).containsExactlyInAnyOrder(a, b);
        assertThat(house.ids("isbn:9789290688154")).containsExactly(a);
        assertThat(house.ids("978-92-9068-815-4")).containsExactly(a);
        assertThat(house.ids("id:" + a)).containsExactly(a);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndTheWordsAreLookedForAllTheSame() {
        PublicationId a = house.publish(text("Labour migration", "en")).id();
        Found unclosed = house.find("labour \"migration");
        assertThat(unclosed.hits()).extracting(Hit::id).containsExactly(a);
        assertThat(unclosed.findings()).singleElement().satisfies(each -> {
            assertThat(each.rule()).isEqualTo(Rule.QUERY_UNCLOSED);
            assertThat(each.pointer()).isEqualTo("/q/7");
            assertThat(each.message(InterfaceLanguage.FR)).contains("caractère 8");
        });
        assertThat(house.find("(labour").findings()).extracting(f -> f.rule()).containsExactly(Rule.QUERY_UNCLOSED);
        assertThat(house.find("labour)").findings()).extracting(f -> f.rule()).containsExactly(Rule.QUERY_MISPLACED);
        assertThat(house.find("labour OR").findings()).extracting(f -> f.rule()).containsExactly(Rule.QUERY_MISPLACED);
        assertThat(house.find("AND labour").findings())
                .extracting(f -> f.rule())
                .containsExactly(Rule.QUERY_MISPLACED);
        assertThat(house.find("colour:labour").findings()).singleElement().satisfies(each -> assertThat(each.expected())
                .contains("title"));
        assertThat(house.find("*bour").findings()).extracting(f -> f.rule()).containsExactly(Rule.QUERY_TOO_BROAD);
        assertThat(house.find("year:soon").findings())
                .extracting(f -> f.rule())
                .containsExactly(Rule.QUERY_MALFORMED_RANGE);
        assertThat(house.find("x ".repeat(500)).findings())
                .extracting(f -> f.rule())
                .containsExactly(Rule.QUERY_TOO_COMPLEX);
        assertThat(house.find("Migración: retos").findings()).isEmpty();
    }

    @Test
    void thePublicFindsNothingOfDraftsAndRevisions() {
        Publication published = house.publish(text("Public words", "en"));
        house.draft(text("Secret draft", "en"));
        DublinCore changed = new DublinCore(text("Confidential words", "en"));
        house.save(published.revise(new Publication.Revision(State.DRAFT, changed), SearchHouse.AT));
        Search open = Search.all(InterfaceLanguage.EN, Viewer.PUBLIC);
        assertThat(house.find(open).total()).isEqualTo(1);
        assertThat(house.find(open.withText("public")).total()).isEqualTo(1);
        assertThat(house.find(open.withText("confidential")).total()).isZero();
        assertThat(house.find(open.withText("secret")).total()).isZero();
        assertThat(house.find(open.withText("secrit")).didYouMean()).isNull();
        assertThat(house.searching.suggest("sec", Viewer.PUBLIC, 5)).isEmpty();
        assertThat(house.searching.suggest("conf", Viewer.PUBLIC, 5)).isEmpty();
        assertThat(house.searching.explain(published.id(), open.withText("confidential")))
                .isEmpty();
        assertThat(house.find("confidential").total()).isEqualTo(1);
        assertThat(house.find("secrit").didYouMean()).isEqualTo("secret");
        assertThat(house.find("").total()).isEqualTo(2);
        Found.Count revised = new Found.Count("revision-draft", 1, false);
        assertThat(house.find("").facets().get(Facet.STATE)).contains(revised);
        assertThat(house.find(open).facets().get(Facet.STATE)).containsExactly(new Found.Count("published", 1, false));
        Viewer belize = new Viewer(true, Set.of("belize"));
        assertThat(house.find(Search.all(InterfaceLanguage.EN, belize)).total()).isZero();
    }

    @Test
    void withdrawnAndDeletedOnesGo() {
        Publication gone = house.publish(text("Withdrawn words", "en"));
        Publication draft = house.draft(text("Deleted words", "en"));
        assertThat(house.find("words").total()).isEqualTo(2);
        house.remove(draft);
        house.save(gone.become(
                State.WITHDRAWN,
                gone.metadata(),
                new Publication.Withdrawal("wrong", SearchHouse.AT, null),
                SearchHouse.AT));
        assertThat(house.find("words").hits()).extracting(Hit::state).containsExactly(State.WITHDRAWN);
        assertThat(house.find(Search.all(InterfaceLanguage.EN, Viewer.PUBLIC)).total())
                .isZero();
    }

    @Test
    void pagesHoldEachHitOnceInEveryOrder() {
        List<PublicationId> all = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            all.add(house.publish(text(
                            "Report " + (char) ('a' + i % 5),
                            "en",
                            i % 7 == 0
                                    ? Statement.of(Element.EXTENT, "1 p.")
                                    : Statement.of(Element.DATE, "20" + (10 + i % 9))))
                    .id());
        }
        for (Sort sort : Sort.values()) {
            for (String words : List.of("", "report")) {
                List<PublicationId> seen = new ArrayList<>();
                Search next = house.search(words).sorted(sort).sized(10);
                while (true) {
                    Found page = house.find(next);
                    page.hits().forEach(each -> seen.add(each.id()));
                    if (page.next() == null) {
                        break;
                    }
                    next = Search.of(next.from(page.next()).parameters(), InterfaceLanguage.EN, Viewer.STAFF)
                            .search();
                }
                assertThat(seen).as("%s %s", sort, words).containsExactlyInAnyOrderElementsOf(all);
            }
        }
        try (Stream<PublicationId> ids =
                house.searching.ids(house.search("report").sized(1))) {
            assertThat(ids).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(house.find(house.search("").from(new Position("nonsense", 7)).sorted(Sort.NEWEST))
                        .total())
                .isEqualTo(53);
    }

    /** As who reads in blocks does: the end is asked for again after it was told. */
    @Test
    void theEndOfAllHitsStaysTheEnd() {
        PublicationId only = house.publish(text("Report", "en")).id();
        assertThat(house.ids("report")).containsExactly(only);
        try (Stream<PublicationId> ids = house.searching.ids(house.search("report"))) {
            Iterator<PublicationId> hits = ids.iterator();
            hits.next();
            assertThat(hits.hasNext()).isFalse();
            assertThat(hits.hasNext()).isFalse();
        }
    }

    @Test
    void pagesOfManyHitsUnderAFilterHoldEachOnce() {
        List<PublicationId> wanted = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String often = "remesas ".repeat(1 + i % 7);
            boolean in = i % 2 == 0;
            Publication each =
                    house.publish(text(often + "y algo " + i, "es", Statement.of(Element.DATE, in ? "2019" : "2010")));
            if (in) {
                wanted.add(each.id());
            }
            if (i % 90 == 0) {
                house.indexer.look(); // so that there are several segments
            }
        }
        List<PublicationId> seen = new ArrayList<>();
        Search search = house.search("remesas").within(2019, 2019);
        Found page = house.find(search);
        assertThat(page.total()).isEqualTo(200);
        for (; page.next() != null; page = house.find(search.from(page.next()))) {
            page.hits().forEach(each -> seen.add(each.id()));
        }
        page.hits().forEach(each -> seen.add(each.id()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(wanted);
        for (int i = 0; i < 30; i++) {
            house.publish(text("remesas otra vez " + i, "es", Statement.of(Element.DATE, "1999")));
        }
        assertThat(house.find(house.search("remesas").within(1999, 1999)).hits())
                .hasSize(20);
        assertThat(house.find(house.search("remesas").within(1998, 1998)).didYouMean())
                .isNull();
    }

    @Test
    void aWordThatIsKnownIsNotCorrected() {
        house.publish(text("Labour in the port", "en"));
        house.indexer.look();
        assertThat(house.find(house.search("labour").within(1950, 1951)).didYouMean())
                .isNull();
        assertThat(house.find(house.search("movilidadd")).didYouMean()).isNull(); // of a label that no publication has
        house.publish(text("Nada", "es", Statement.of(Element.THEME, "labour-mobility")));
        house.indexer.look();
        assertThat(house.find(house.search("movilidadd")).didYouMean()).isEqualTo("movilidad");
    }

    @Test
    void zeroHitsNameTheFilterThatEmptiesTheSet() {
        house.publish(text("Report", "es", Statement.of(Element.DATE, "2016")));
        Search narrowed =
                house.search("report").with(Facet.LANGUAGE, List.of("fr")).with(Facet.MISSION, List.of("mexico"));
        Found found = house.find(narrowed);
        assertThat(found.total()).isZero();
        assertThat(found.hindrances()).singleElement().satisfies(each -> {
            assertThat(each.facet()).isEqualTo(Facet.LANGUAGE);
            assertThat(each.without()).isEqualTo(1);
            assertThat(house.find(each.search()).total()).isEqualTo(1);
        });
        assertThat(house.find(house.search("").within(1990, 2000)).hindrances())
                .singleElement()
                .satisfies(each -> assertThat(each.facet()).isNull());
        assertThat(house.find(house.search("").within(2016, null)).total()).isEqualTo(1);
    }

    @Test
    void similarOnesSuggestionsAndReasons() {
        PublicationId a = house.publish(text("Trata de personas en Chiapas y Oaxaca", "es"))
                .id();
        PublicationId b = house.publish(text("Personas en Chiapas: la trata en Oaxaca", "es"))
                .id();
        for (int i = 0; i < 20; i++) {
            house.publish(text("Otra cosa " + i, "es"));
        }
        house.indexer.look();
        assertThat(house.searching.similar(a, InterfaceLanguage.ES, Viewer.PUBLIC, 5))
                .extracting(Hit::id)
                .containsExactly(b);
        assertThat(house.searching.suggest("chia", Viewer.PUBLIC, 5))
                .extracting(Suggestion::id)
                .containsExactlyInAnyOrder(a, b);
        assertThat(house.searching.suggest("oax tra", Viewer.PUBLIC, 5)).hasSize(2);
        assertThat(house.searching.suggest("", Viewer.PUBLIC, 5)).isEmpty();
        assertThat(house.searching
                        .suggest("tr", Viewer.PUBLIC, 5)
                        .get(0)
                        .title()
                        .get(0))
                .isEqualTo(new Run("Trata", true));
        assertThat(house.searching.explain(a, house.search("chiapas")))
                .extracting(Reason::place)
                .contains(Reason.Place.TITLE, Reason.Place.TEXT);
        assertThat(house.searching.explain(a, house.search("human trafficking")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.kind()).isEqualTo(Reason.Kind.THESAURUS));
        assertThat(house.searching.explain(a, house.search("belize"))).isEmpty();
    }

    @Test
    void whatNobodyElseSaidIsSimilarAsSoonAsSomebodyDoes() {
        PublicationId a = house.publish(text("Ixtepec", "es")).id();
        for (int i = 0; i < 150; i++) {
            house.publish(text("Otra cosa " + i, "es"));
        }
        house.indexer.look();
        assertThat(house.searching.similar(a, InterfaceLanguage.ES, Viewer.PUBLIC, 5))
                .as("nobody else says the word")
                .isEmpty();
        PublicationId b = house.publish(text("Ixtepec", "es")).id();
        house.indexer.look();
        assertThat(house.searching.similar(a, InterfaceLanguage.ES, Viewer.PUBLIC, 5))
                .as("less than a hundredth of the index has changed")
                .extracting(Hit::id)
                .containsExactly(b);
    }

    @Test
    void aLongTextDoesNotDrownTheTitle() {
        String body = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> ("palabra" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + " ").repeat(5))
                .collect(java.util.stream.Collectors.joining());
        PublicationId a = house.publish(
                        text("Albergues de Ixtepec", "es", Statement.of(Element.DESCRIPTION, body, "es")))
                .id();
        house.publish(text("Otra cosa", "es", Statement.of(Element.DESCRIPTION, body, "es")));
        PublicationId b = house.publish(text("Albergues de Ixtepec", "es")).id();
        for (int i = 0; i < 20; i++) {
            house.publish(text("Nada " + i, "es"));
        }
        house.indexer.look();
        assertThat(house.searching.similar(a, InterfaceLanguage.ES, Viewer.PUBLIC, 5))
                .extracting(Hit::id)
                .contains(b);
    }

    @Test
    void aTitleThatBeginsWithWhatIsTypedComesFirstWhateverItsLanguage() {
        for (int i = 0; i < 6; i++) {
            house.publish(text("La migra " + i, "es"));
        }
        PublicationId last = house.publish(text(
                        "Una encuesta muy larga de la migra",
                        "es",
                        Statement.of(Element.TITLE, "Migration in a long survey", "en")))
                .id();
        house.indexer.look();
        assertThat(house.searching.suggest("migra", Viewer.PUBLIC, 5).get(0).id())
                .isEqualTo(last);
    }

    @Test
    void aSearchThatWasJustMadeIsRememberedUntilTheIndexChanges() {
        Publication report = house.publish(text("Tapachula", "en"));
        Found first = house.find("tapachula");
        assertThat(house.find("tapachula").hits()).isSameAs(first.hits());
        assertThat(house.find(house.search("tapachula").sized(1)).hits()).isNotSameAs(first.hits());
        assertThat(house.searching
                        .find(Search.all(InterfaceLanguage.EN, new Viewer(true, Set.of("belize")))
                                .withText("tapachula"))
                        .total())
                .as("somebody of another mission")
                .isZero();
        house.publish(text("Tapachula again", "en"));
        assertThat(house.ids("tapachula")).hasSize(2).contains(report.id());
    }

    @Test
    void whatADocumentLacksForItsDiscoveryIsCounted() {
        Publication report = house.publish(text("Tapachula", "en"));
        house.publish(Statement.of(Element.TITLE, "Tapachula", "en"), Statement.of(Element.TYPE, "news"));
        Found found = house.find("tapachula");
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.facets().get(Facet.LACKS))
                .contains(new Found.Count("pdf", 1, false), new Found.Count("second-language", 1, false))
                .doesNotContain(new Found.Count("title-language", 1, false));
        assertThat(house.find(house.search("tapachula").with(Facet.LACKS, List.of("pdf")))
                        .hits())
                .extracting(Hit::id)
                .containsExactly(report.id());
    }

    @Test
    void theTextOfAFileIsFoundByThoseWhoMayOpenIt() {
        Publication one = house.publish(text("Nothing", "en"));
        Publication other = house.publish(text("Nothing either", "en"));
        file(one, "a".repeat(64), null);
        file(other, "b".repeat(64), LocalDate.of(2999, 1, 1));
        Found found = house.find("tapachula");
        assertThat(found.hits()).extracting(Hit::id).containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(found.facets().get(Facet.TEXT_STATUS)).containsExactly(new Found.Count("searched", 2, false));
        assertThat(found.facets().get(Facet.HAS_FILE)).containsExactly(new Found.Count("yes", 2, false));
        Search open = Search.all(InterfaceLanguage.EN, Viewer.PUBLIC);
        assertThat(house.find(open.withText("tapachula")).hits())
                .extracting(Hit::id)
                .containsExactly(one.id());
        assertThat(house.searching.explain(one.id(), house.search("tapachula")))
                .extracting(Reason::place)
                .containsOnly(Reason.Place.FILE);
    }

    private void file(Publication publication, String sha256, LocalDate embargo) {
        PublicationFile file = new PublicationFile(
                publication.id(),
                "a.pdf",
                "application/pdf",
                9,
                sha256,
                "es",
                null,
                1,
                embargo,
                PublicationFile.Standing.KEPT,
                SearchHouse.AT);
        house.files.put(HeldFile.staged(file, "ana"));
        byte[] deflated = new byte[200];
        Deflater deflater = new Deflater();
        deflater.setInput("Los puestos de Tapachula".getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        int length = deflater.deflate(deflated);
        byte[] text = Arrays.copyOf(deflated, length);
        house.extractions.keep(new Extraction(sha256, Extraction.Status.SEARCHED, text, Proposal.NONE));
        house.touch(publication);
    }
}
