package org.acervo.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.files.InMemoryFiles;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.pages.Texts;
import org.acervo.platform.VocabularyFiles;
import org.acervo.publishing.ListedTrail;
import org.acervo.publishing.Publishing;
import org.acervo.publishing.TestLibrary;
import org.acervo.search.Hit;
import org.acervo.search.Run;
import org.acervo.search.SearchHouse;
import org.acervo.site.InMemoryEditions;
import org.acervo.site.Site;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryPagesTest {

    private static final Instant NOW = Instant.parse("2022-06-01T10:00:00Z");
    private static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(NOW);
    private final TestLibrary library =
            new TestLibrary(publications, disseminations, publications, Clock.fixed(NOW, ZoneOffset.UTC));
    private final LibraryTemplates templates = new LibraryTemplates(new Pages(library.repository()), VOCABULARIES);
    private final Cards cards = new Cards(publications, VOCABULARIES, text -> text, all -> Map.of());

    @TempDir
    private Path folder;

    private final InMemoryFiles files = new InMemoryFiles(publications, Clock.fixed(NOW, ZoneOffset.UTC));
    private final PublicationPages pages = new PublicationPages(
            publications,
            disseminations,
            VOCABULARIES,
            library.repository(),
            text -> text,
            new FileLines(files, library.repository(), Clock.fixed(NOW, ZoneOffset.UTC)),
            TestRounds.of(publications),
            (id, reader) -> List.of(),
            all -> Map.of());

    @ParameterizedTest
    @EnumSource(InterfaceLanguage.class)
    void languagesHaveTheSameWords(InterfaceLanguage language) {
        assertThat(Texts.in(language, Reader.BUNDLE).keySet())
                .isEqualTo(Texts.in(InterfaceLanguage.EN, Reader.BUNDLE).keySet());
        assertThat(Texts.in(language, Reader.BUNDLE).values()).noneMatch(String::isBlank);
    }

    @Test
    void everythingThatIsListedHasALabel() {
        Map<String, String> texts = Texts.in(InterfaceLanguage.EN, Reader.BUNDLE);
        for (org.acervo.catalog.RelationType type : org.acervo.catalog.RelationType.values()) {
            assertThat(texts).containsKey("relation." + type.code());
        }
        org.acervo.catalog.Access.codes().forEach(code -> assertThat(texts).containsKey("access." + code));
    }

    @Test
    void aPublicationIsShownInTheLanguageOfItsReader() {
        PublicationId id = publish(TestLibrary.report("r-1", "Report & <b>more</b>")
                .with(
                        Element.TITLE,
                        List.of(
                                Statement.of(Element.TITLE, "Report & <b>more</b>", "en"),
                                Statement.of(Element.TITLE, "Informe", "es"))));
        assertThat(page(id, "lang=es"))
                .contains("<html lang=\"es\">", "<h1 lang=\"es\" dir=\"auto\">Informe</h1>")
                .contains("<span lang=\"en\" dir=\"auto\">Report &amp; &lt;b&gt;more&lt;/b&gt;</span>", "Inglés")
                .contains("febrero de 2021", "Informe", "Datos sobre migración")
                .contains("rel=\"canonical\" href=\"https://library.example.org/publications/1?lang=es\"")
                .contains("hreflang=\"x-default\" href=\"https://library.example.org/publications/1\"")
                .contains("oai/view?verb=GetRecord&amp;identifier=oai:library.example.org:1&amp;metadataPrefix=oai_dc")
                .contains(
                        "href=\"../oai?verb=GetRecord&amp;identifier=oai:library.example.org:1&amp;metadataPrefix=mods\"")
                .doesNotContain("<b>", "<script>");
    }

    @Test
    void relationsAreShownAtBothEndsWhileBothArePublic() {
        PublicationId whole = publish(TestLibrary.report("whole", "The whole"));
        PublicationId part = publish(TestLibrary.relating(TestLibrary.report("part", "The part"), "isPartOf", "whole"));
        assertThat(page(part, null))
                .contains("Part of", "<a href=\"../publications/1\" lang=\"en\" dir=\"auto\">The whole</a>");
        assertThat(page(whole, null)).contains("Parts", "The part</a>");

        withdraw(part, "Wrong numbers", "whole");
        assertThat(page(whole, null)).doesNotContain("The part");
    }

    @Test
    void aTombstoneSaysWhyAndWhatToReadInstead() {
        publish(TestLibrary.report("new", "The new one"));
        PublicationId old = publish(TestLibrary.report("old", "The old one"));
        withdraw(old, "Wrong <numbers>\n\nin table 2", "new");
        assertThat(page(old, "lang=fr"))
                .contains("Retirée", "The old one", "1 juin 2022", "<p>Wrong &lt;numbers&gt;</p><p>in table 2</p>")
                .contains("<a href=\"../publications/1?lang=fr\" lang=\"en\" dir=\"auto\">The new one</a>")
                .contains("oai:library.example.org:2", "noindex");
    }

    @Test
    void newsHasTheMarksOfItsTextAndNoMarkup() {
        List<Statement> news = new ArrayList<>(List.of(
                Statement.of(Element.MISSION, "mexico"),
                Statement.of(Element.TYPE, "news"),
                Statement.of(Element.TITLE, "News", "en"),
                Statement.of(Element.LANGUAGE, "en"),
                Statement.of(Element.BODY, "First <img src=x onerror=y>\n\n[link](javascript:x) **bold**", "en")));
        PublicationId id = publish(new DublinCore(news));
        assertThat(page(id, null))
                .contains("First &lt;img src=x onerror=y&gt;", ">link</a>", "<strong>bold</strong>")
                .contains("content=\"First &lt;img src=x onerror=y&gt; link bold\"")
                .doesNotContain("<img", "href=\"javascript");
        List<Run> found = List.of(new Run("[link](x) **", false), new Run("bold", true), new Run("** end", false));
        Hit hit = new Hit(
                id,
                State.PUBLISHED,
                State.PUBLISHED,
                "en",
                List.of(new Run("News", false)),
                "en",
                found,
                null,
                null,
                null,
                List.of(),
                0);
        assertThat(cards.found(List.of(hit), reader(null)).get(0).summary())
                .containsExactly(new Run("link ", false), new Run("bold", true), new Run(" end", false));
    }

    @Test
    void onlyAddressesOfTheWebAreLinks() {
        DublinCore text = TestLibrary.report("r-1", "Report")
                .with(
                        Element.CREATOR,
                        List.of(new Statement(
                                Element.CREATOR,
                                "Pérez, Ana",
                                null,
                                Map.of(Qualifier.KIND, "person", Qualifier.ID, "javascript:alert(1)"))));
        Facts facts = new Facts(reader(null), VOCABULARIES, Map.of());
        assertThat(facts.values(text, Element.CREATOR)).containsExactly(Value.of("Pérez, Ana"));
        assertThat(facts.values(text, Element.RIGHTS).get(0).link()).startsWith("https://creativecommons.org/");
    }

    @Test
    void theFrontPageCountsAndShowsTheNewest() {
        assertThat(home("lang=pt")).contains("Ainda nada foi publicado", "0 publicações");
        publish(TestLibrary.report("r-1", "First"));
        publish(TestLibrary.report("r-2", "Second"));
        library.publishing().create(TestLibrary.CURATOR, TestLibrary.report("r-3", "Draft"));
        assertThat(home(null))
                .contains("2 publications", "href=\"./missions/mexico\"", "What Second says", "action=\"./search\"")
                .containsPattern(
                        "href=\"./themes/migration-data\"><span>Migration data</span> <span class=\"count\">2<")
                .doesNotContain("Draft")
                .matches("(?s).*Second</a>.*First</a>.*");
    }

    @Test
    void summariesEndWithAWord() {
        assertThat(Cards.beginning("  one  two\nthree ", 100)).isEqualTo("one two three");
        assertThat(Cards.beginning("one two three", 9)).isEqualTo("one two…");
        assertThat(Cards.beginning("x".repeat(20), 5)).isEqualTo("xxxxx…");
    }

    private PublicationId publish(DublinCore text) {
        Publishing publishing = library.publishing();
        Publication draft = publishing.create(TestLibrary.CURATOR, text).publication();
        return publishing
                .publish(TestLibrary.CURATOR, draft.id(), draft.version())
                .publication()
                .id();
    }

    private void withdraw(PublicationId id, String reason, String replacedBy) {
        int version = publications.find(id).orElseThrow().version();
        library.publishing().withdraw(TestLibrary.CURATOR, id, version, reason, replacedBy);
    }

    private String page(PublicationId id, String query) {
        Publication publication = publications.find(id).orElseThrow();
        PageRequest request = PageRequest.of("/publications/" + id, query, null);
        Publication.Withdrawal withdrawal = publication.withdrawal();
        return withdrawal == null
                ? templates.fill("publication", request, reader -> pages.view(pages.whole(publication), reader))
                : templates.fill("tombstone", request, reader -> pages.tombstone(publication, withdrawal, reader));
    }

    private String home(String query) {
        try (SearchHouse house = new SearchHouse(folder, publications)) {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            Site site = new Site(new InMemoryEditions(), Map.of(), new ListedTrail(), clock);
            Shelves shelves = new Shelves(publications, house.searching(), VOCABULARIES, cards, site);
            HomePage home = new HomePage(publications, house.searching(), VOCABULARIES, cards, shelves);
            return templates.fill("home", PageRequest.of("/", query, null), home::view);
        }
    }

    private static Reader reader(String query) {
        return new Reader(PageRequest.of("/publications/1", query, null), VOCABULARIES);
    }
}
