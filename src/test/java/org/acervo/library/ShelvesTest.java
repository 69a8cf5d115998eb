package org.acervo.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acervo.access.AuditEntry;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.library.Shelves.Kind;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Query;
import org.acervo.platform.VocabularyFiles;
import org.acervo.publishing.ListedTrail;
import org.acervo.publishing.TestLibrary;
import org.acervo.search.SearchHouse;
import org.acervo.search.Searching;
import org.acervo.site.Edition;
import org.acervo.site.InMemoryEditions;
import org.acervo.site.Site;
import org.acervo.site.SitePage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages with publications that belong together. */
class ShelvesTest {

    private static final Instant NOW = Instant.parse("2022-06-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));

    private final InMemoryPublications publications = new InMemoryPublications();
    private final TestLibrary library =
            new TestLibrary(publications, new InMemoryDisseminations(NOW), publications, CLOCK);
    private final LibraryTemplates templates = new LibraryTemplates(new Pages(library.repository()), VOCABULARIES);
    private final Site site = new Site(
            new InMemoryEditions(),
            Map.of(SitePage.ABOUT, new Labels("## Pillars", "## Pilares", "", "")),
            new ListedTrail(),
            CLOCK);

    @TempDir
    private Path folder;

    private SearchHouse house;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder, publications);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aThematicAreaShowsWhatStaffWroteAndItsPublications() {
        publish(TestLibrary.report("r-1", "Report"));
        publish(TestLibrary.report("r-2", "Elsewhere", "belize", "labour-mobility"));
        assertThat(theme("lang=en"))
                .contains("<h1>Migration data</h1>", "1 publication", "Report</a>")
                .contains("<input type=\"hidden\" name=\"theme\" value=\"migration-data\">")
                .contains("href=\"../feeds/theme/migration-data.atom?lang=en\"")
                .contains("search?theme=migration-data&amp;type=report&amp;sort=newest")
                .doesNotContain("Elsewhere");
        SitePage page = new SitePage("themes/migration-data");
        write(new Edition(page, 0, Labels.same(""), new Labels("**Data**", "", "", ""), List.of(), "", Instant.EPOCH));
        assertThat(theme("lang=es")).contains("<strong>Data</strong>", "Datos sobre migración");
    }

    @Test
    void theNextPageShowsTheOthers() {
        for (int i = 1; i <= 21; i++) {
            publish(TestLibrary.report("r-" + i, "Report number " + i + "."));
        }
        String first = theme("lang=en");
        Matcher next =
                Pattern.compile("migration-data\\?([^\"]*after=[^\"]*)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = theme(next.group(1).replace("&amp;", "&"));
        Set<String> all = new HashSet<>(titles(first));
        assertThat(all).hasSize(20);
        assertThat(titles(second)).hasSize(1).doesNotContainAnyElementsOf(all);
    }

    private static Set<String> titles(String page) {
        return Pattern.compile("Report number \\d+\\.")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void aMissionShowsItsCountries() {
        assertThat(page("shelf", "missions/mexico", null, reader -> shelves()
                        .shelf(Kind.MISSIONS, "mexico", reader)
                        .orElseThrow()))
                .contains(
                        "Countries:", "<a href=\"../search?country=MX\">Mexico</a>", "Nothing has been published here");
        assertThat(page("shelves", "missions", "lang=fr", reader -> shelves().list(Kind.MISSIONS, reader)))
                .contains("href=\"./missions/mexico?lang=fr\">Mexique</a>", "Guatemala");
    }

    @Test
    void theRoundsOfASeriesAreInTheirOrder() {
        publish(round("r-10", "Round ten", "10"));
        PublicationId second = publish(round("r-2", "Round two", "2"));
        assertThat(page("shelf", "series/mobility-tracking", null, reader -> series().page("mobility-tracking", reader)
                        .orElseThrow()))
                .contains("<h1>Mobility tracking</h1>", "2 publications", "<li>No. 2</li>", "<li>No. 10</li>")
                .matches("(?s).*Round two</a>.*Round ten</a>.*");
        assertThat(page("shelves", "series", null, reader -> series().list(reader)))
                .contains("href=\"./series/mobility-tracking\">Mobility tracking</a>");
        Reader reader = new Reader(PageRequest.of("/publications/2", "lang=en", null), VOCABULARIES);
        List<RoundView> rounds = new Rounds(publications, new SeriesTitles(site))
                .around(second, publications.find(second).orElseThrow().metadata(), reader);
        assertThat(rounds).singleElement().satisfies(each -> {
            assertThat(each.previous()).isEmpty();
            assertThat(each.next()).extracting(Value::text).containsExactly("Round ten");
            assertThat(each.series().link()).isEqualTo("../series/mobility-tracking?lang=en");
        });
    }

    @Test
    void aSeriesIsCalledAsStaffCallItInTheLanguageOfTheReader() {
        PublicationId round = publish(round("r-1", "Round one", "1"));
        write(new Edition(
                new SitePage("series/mobility-tracking"),
                0,
                new Labels("", "Seguimiento de la <movilidad>", "", ""),
                Labels.same(""),
                List.of(),
                "",
                Instant.EPOCH));
        assertThat(page("shelf", "series/mobility-tracking", "lang=es", reader -> series().page(
                                "mobility-tracking", reader)
                        .orElseThrow()))
                .contains("<h1>Seguimiento de la &lt;movilidad&gt;</h1>");
        assertThat(page("shelves", "series", "lang=es", reader -> series().list(reader)))
                .contains(">Seguimiento de la &lt;movilidad&gt;</a>");
        assertThat(page("shelves", "series", "lang=fr", reader -> series().list(reader)))
                .contains(">Mobility tracking</a>");
        Reader reader = new Reader(PageRequest.of("/publications/1", "lang=es", null), VOCABULARIES);
        assertThat(new Rounds(publications, new SeriesTitles(site))
                        .around(round, publications.find(round).orElseThrow().metadata(), reader))
                .extracting(each -> each.series().text())
                .containsExactly("Seguimiento de la <movilidad>");
    }

    @Test
    void thePageAboutTheProgrammeFallsBackToEnglish() {
        Function<Reader, ?> about = reader ->
                new AboutView(shelves().introduction("about", reader), shelves().countries(reader));
        assertThat(page("about", "about", "lang=es", about)).contains("<h2>Pilares</h2>", "Belice");
        assertThat(page("about", "about", "lang=pt", about)).contains("<h2>Pillars</h2>");
    }

    @Test
    void aMissionIsNotExplainedByItsOwnName() {
        assertThat(page("shelves", "missions", "lang=en", reader -> shelves().list(Kind.MISSIONS, reader)))
                .contains(">Mexico</a>", "<p>Central America, Caribbean")
                .doesNotContain("<p>Mexico</p>");
    }

    @Test
    void listsSayThatTheyAreCatchingUpAndNotThatThereIsNothing() {
        publish(TestLibrary.report("r-1", "A report"));
        Shelves early = shelves(house.catchingUp());
        assertThat(page("shelf", "missions/mexico", null, reader -> early.shelf(Kind.MISSIONS, "mexico", reader)
                        .orElseThrow()))
                .contains("The index is catching up")
                .doesNotContain("Nothing has been published here");
        assertThat(page("shelves", "missions", null, reader -> early.list(Kind.MISSIONS, reader)))
                .contains("The index is catching up");
        assertThat(page("shelves", "missions", null, reader -> shelves().list(Kind.MISSIONS, reader)))
                .doesNotContain("The index is catching up");
    }

    @Test
    void aRetiredThemeLeavesTheListAndKeepsItsPageBecausePublicationsLeadThere() {
        Vocabularies retired = VOCABULARIES.with(
                new Vocabulary<>(VOCABULARIES.themes().known(), Map.of("migration-data", "")),
                VOCABULARIES.types(),
                VOCABULARIES.organizations(),
                VOCABULARIES.languages());
        Reader reader = new Reader(PageRequest.of("/themes/migration-data", null, null), retired);
        Shelves shelves = shelves(house.searching(), retired);
        assertThat(shelves.shelf(Kind.THEMES, "migration-data", reader)).isPresent();
        assertThat(shelves.list(Kind.THEMES, reader).shelves()).isNotEmpty().noneMatch(each -> each.link()
                .contains("migration-data"));
    }

    @Test
    void whatThereIsNotHasNoPage() {
        Reader reader = new Reader(PageRequest.of("/themes/none", null, null), VOCABULARIES);
        assertThat(shelves().shelf(Kind.THEMES, "none", reader)).isEmpty();
        assertThat(series().page("none", reader)).isEmpty();
    }

    private static DublinCore round(String sourceId, String title, String number) {
        return TestLibrary.report(sourceId, title)
                .with(
                        Element.SERIES,
                        List.of(new Statement(
                                Element.SERIES, "Mobility tracking", "en", Map.of(Qualifier.NUMBER, number))));
    }

    private PublicationId publish(DublinCore text) {
        Publication draft =
                library.publishing().create(TestLibrary.CURATOR, text).publication();
        library.publishing().publish(TestLibrary.CURATOR, draft.id(), draft.version());
        return draft.id();
    }

    private Shelves shelves() {
        return shelves(house.searching());
    }

    private void write(Edition wish) {
        site.write(wish, new AuditEntry.Source("ana", "::1"));
    }

    private Shelves shelves(Searching searching) {
        return shelves(searching, VOCABULARIES);
    }

    private Shelves shelves(Searching searching, Vocabularies vocabularies) {
        return new Shelves(
                publications,
                searching,
                vocabularies,
                new Cards(publications, vocabularies, text -> text, all -> Map.of()),
                site);
    }

    private SeriesPages series() {
        return new SeriesPages(
                publications,
                new Cards(publications, VOCABULARIES, text -> text, all -> Map.of()),
                shelves(),
                new SeriesTitles(site));
    }

    private String theme(String query) {
        return page("shelf", "themes/migration-data", query, reader -> shelves()
                .shelf(Kind.THEMES, "migration-data", reader)
                .orElseThrow());
    }

    private String page(String template, String path, String query, Function<Reader, ?> model) {
        Map<String, List<String>> arguments = Query.parse(query);
        List<String> lang = arguments.remove("lang");
        PageRequest asked = PageRequest.of("/" + path, arguments, lang == null ? null : lang.get(0), null);
        return templates.fill(template, asked, model);
    }
}
