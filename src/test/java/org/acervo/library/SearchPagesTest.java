package org.acervo.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Statement;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Query;
import org.acervo.platform.VocabularyFiles;
import org.acervo.publishing.TestLibrary;
import org.acervo.search.Search;
import org.acervo.search.SearchHouse;
import org.acervo.search.Viewer;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the public finds, and how it is shown. */
class SearchPagesTest {

    private static final Instant NOW = Instant.parse("2022-06-01T10:00:00Z");
    private static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));

    private final InMemoryPublications publications = new InMemoryPublications();
    private final TestLibrary library = new TestLibrary(
            publications, new InMemoryDisseminations(NOW), publications, Clock.fixed(NOW, ZoneOffset.UTC));
    private final LibraryTemplates templates = new LibraryTemplates(new Pages(library.repository()), VOCABULARIES);

    @TempDir
    private Path folder;

    private SearchHouse house;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder, publications);
        publish(TestLibrary.report("r-1", "Remittances & <b>work</b>"));
        publish(TestLibrary.report("r-2", "Remittances again", "belize", "labour-mobility")
                .with(Element.DATE, List.of(Statement.of(Element.DATE, "2019"))));
        library.publishing().create(TestLibrary.CURATOR, TestLibrary.report("r-3", "Remittances in draft"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void hitsAreShownWithWhatTheyAreAndNeverADraft() {
        assertThat(page("q=remittances&lang=en"))
                .contains("<b>2 publications</b>", "<mark>Remittances</mark> &amp; &lt;b&gt;work&lt;/b&gt;")
                .contains("February 2021", "href=\"./themes/labour-mobility?lang=en\"", "title=\"English\">en<")
                .contains("href=\"./search.atom?q=remittances&amp;lang=en\"", "noindex")
                .doesNotContain("draft", "<b>work", "facet.", "search.total");
    }

    @Test
    void everyLinkKeepsTheWholeState() {
        String page = page("q=remittances&theme=labour-mobility&from=2010&lang=es");
        assertThat(page)
                .contains("<b>1 publicación</b>", "Área temática: Movilidad laboral")
                .contains("href=\"./search?q=remittances&amp;from=2010&amp;lang=es\"")
                .contains("href=\"./search?q=remittances&amp;theme=labour-mobility&amp;lang=es\"")
                .contains("href=\"./search?q=remittances&amp;lang=es\"")
                .contains(
                        "href=\"./search?q=remittances&amp;theme=labour-mobility&amp;theme=migration-data&amp;from=2010")
                .contains("<input type=\"hidden\" name=\"theme\" value=\"labour-mobility\">")
                .contains("href=\"./search?q=remittances&amp;theme=labour-mobility&amp;from=2010&amp;lang=fr\"");
    }

    @Test
    void noPageIsHeavyWhateverIsAskedFor() {
        List<String> countries =
                List.of("MX", "GT", "HN", "SV", "NI", "CR", "PA", "BZ", "CO", "EC", "PE", "BR", "GY", "SR");
        for (int i = 0; i < 40; i++) {
            DublinCore each = TestLibrary.report("many-" + i, "Remittances once more " + i)
                    .with(Element.DATE, List.of(Statement.of(Element.DATE, String.valueOf(1980 + i))))
                    .with(
                            Element.COVERAGE,
                            List.of(Statement.of(Element.COVERAGE, countries.get(i % countries.size()))));
            publish(each);
        }
        String wide = Query.of(Map.of("q", List.of("remittances OR " + "移民".repeat(140))))
                .substring(1);
        String ticked = "q=remittances"
                + IntStream.range(0, 150)
                        .mapToObj(i -> "&country=MX-SOMEWHERE-" + i)
                        .collect(Collectors.joining());
        assertThat(page(wide)).contains("<b>42 publications</b>");
        assertThat(page(wide + "x".repeat(3_000))).contains("role=\"alert\"");
        for (String each :
                List.of("q=remittances", wide, wide + "x".repeat(3_000), ticked, wide + ticked.substring(13))) {
            assertThat(page(each).getBytes(StandardCharsets.UTF_8).length)
                    .as(each)
                    .isLessThan(100_000);
        }
        assertThat(page("q=remittances")).contains("country=PE", "class=\"years\"");
    }

    @Test
    void nothingIsNeverSilent() {
        assertThat(page("q=remittances&mission=mexico&type=news"))
                .contains("0 publications", "Without the filter “Type” there would be 1", "Fewer words find more");
        assertThat(page("q=remitances")).contains("Did you mean", "<b>remittances</b>");
    }

    @Test
    void aMistakeIsShownAtItsPlace() {
        assertThat(page("q=" + "remittances+%22again"))
                .contains("role=\"alert\"", "<code>remittances <mark>&quot;</mark>again</code>");
        assertThat(page("q=%zz%&from=x&size=-1&after=%00&utm_source=a&sort=best"))
                .contains("role=\"alert\"")
                .doesNotContain("utm_source\"");
        assertThat(page("q=" + "(".repeat(8)).split("role=\"alert\"", -1))
                .as("a few of very many mistakes")
                .hasSize(6);
    }

    @Test
    void aPageStaysLightWhateverIsTicked() {
        assertThat(page("q=remittances" + "&theme=migration-data&theme=none".repeat(5)))
                .contains("Thematic area: Migration data");
        StringBuilder many = new StringBuilder("q=remittances");
        for (int i = 0; i < 450; i++) {
            many.append("&theme=t").append(i);
        }
        assertThat(page(many.toString()).length()).isLessThan(100_000);
    }

    @Test
    void pagesFollowOneAnother() {
        String first = page("q=remittances&size=1");
        assertThat(first).contains("rel=\"next nofollow\"").doesNotContain("First page");
        String next = first.replaceAll("(?s).*href=\"\\./search\\?([^\"]*)\" rel=\"next nofollow\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page(next)).contains("First page").doesNotContain("rel=\"next nofollow\"");
    }

    private void publish(DublinCore text) {
        Publication draft =
                library.publishing().create(TestLibrary.CURATOR, text).publication();
        library.publishing().publish(TestLibrary.CURATOR, draft.id(), draft.version());
    }

    private String page(String query) {
        Map<String, List<String>> arguments = Query.parse(query);
        List<String> lang = arguments.remove("lang");
        PageRequest asked = PageRequest.of("/search", arguments, lang == null ? null : lang.get(0), null);
        Search.Read read = SearchResource.read(asked);
        assertThat(read.search().viewer()).isEqualTo(Viewer.PUBLIC);
        return templates.fill("search", asked, reader -> new SearchPages(
                        new Cards(publications, VOCABULARIES, text -> text, all -> Map.of()),
                        new FacetNames(reader, VOCABULARIES, Map.of()),
                        reader,
                        "search")
                .page(read, house.searching().find(read.search())));
    }
}
