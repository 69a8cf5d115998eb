package org.acervo.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Item;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.RelationType;
import org.acervo.catalog.Repository;
import org.acervo.catalog.Statement;
import org.acervo.files.InMemoryFiles;
import org.acervo.format.CitationTags;
import org.acervo.format.Citations;
import org.acervo.format.JsonMaker;
import org.acervo.format.MetadataFormats;
import org.acervo.format.SchemaOrg;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Pages;
import org.acervo.platform.VocabularyFiles;
import org.acervo.publishing.TestLibrary;
import org.acervo.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs find on the page of a publication, and around it. */
class MachinesTest {

    private static final Instant NOW = Instant.parse("2022-06-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Vocabularies VOCABULARIES = VocabularyFiles.read(Path.of("config", "vocabularies"));
    private static final String PAGE = "https://library.example.org/publications/7";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(NOW);
    private final TestLibrary library = new TestLibrary(publications, disseminations, publications, CLOCK);
    private final Repository repository = library.repository();
    private final Signposts signposts = new Signposts(repository, VOCABULARIES, List.of("10.5555", "10.6666/ours."));
    private final Records records = new Records(
            repository,
            new MetadataFormats(repository, VOCABULARIES),
            new SchemaOrg(repository, VOCABULARIES),
            new Citations(repository, VOCABULARIES));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|PAGE",
                "''|PAGE",
                "*/*|PAGE",
                "text/*|PAGE",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|PAGE",
                "application/json|JSON",
                "application/ld+json, application/json;q=0.5|JSON_LD",
                "application/xml|DUBLIN_CORE",
                "text/xml;q=0.9, text/html;q=0.1|DUBLIN_CORE",
                "application/mods+xml; charset=utf-8|MODS",
                "text/html;q=0, application/xhtml+xml;q=0, */*|JSON",
                "application/x-bibtex|BIBTEX",
                "application/x-research-info-systems, text/html;q=0.5|RIS",
                "image/png|none",
                "*/*;q=0|none",
                "application/json;q=nonsense|none",
                ";;,,;q|none",
            })
    void theFormThatIsWantedMostIsGiven(String accept, Representation wanted) {
        assertThat(Representation.wanted(accept).orElse(null)).isEqualTo(wanted);
    }

    @Test
    void thePageCarriesItsDataWhateverIsWrittenInIt() {
        PublicationId id = publish(TestLibrary.report("r", "</script><b>&\"Out\""));
        String page = page(id);
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        JsonObject json = JsonMaker.reader(data.group(1)).readObject();
        assertThat(json.getString("@context")).isEqualTo("https://schema.org");
        assertThat(json.getString("@type")).isEqualTo("Report");
        assertThat(json.getString("@id")).isEqualTo(repository.landingPage(id));
        assertThat(json.getString("name")).isEqualTo("</script><b>&\"Out\"");
        assertThat(json.getString("datePublished")).isEqualTo("2021-02");
        assertThat(data.find()).as("a second block").isFalse();
        assertThat(page)
                .contains("<meta name=\"citation_title\" content=\"&lt;/script&gt;&lt;b&gt;&amp;")
                .contains(
                        "<meta property=\"og:url\"",
                        "<link rel=\"alternate\" type=\"application/ld+json\" href=\"1.jsonld\"")
                .doesNotContain("<b>");
    }

    @Test
    void documentsAreCitedByTheirAuthorsOrPublishersAndNewsIsNot() {
        CitationTags citation = new CitationTags(repository, VOCABULARIES);
        assertThat(citation.of(sample()))
                .extracting(each -> each.name() + "=" + each.content())
                .contains(
                        "citation_title=Informe",
                        "citation_author=Pérez, Ana",
                        "citation_author=International Organization for Migration",
                        "citation_publication_date=2021/02",
                        "citation_language=es",
                        "citation_doi=10.1234/abc",
                        "citation_pdf_url=" + PAGE + "/files/report.pdf",
                        "citation_abstract_html_url=" + PAGE)
                .doesNotContain("citation_pdf_url=" + PAGE + "/files/closed.pdf");
        DublinCore anonymous = text().with(Element.CREATOR, List.of())
                .with(Element.PUBLISHER, List.of(Statement.of(Element.PUBLISHER, "Consulate")))
                .with(Element.DATE, List.of(Statement.of(Element.DATE, "unknown")));
        assertThat(citation.of(item(anonymous)))
                .extracting(each -> each.name() + "=" + each.content())
                .contains("citation_author=Consulate", "citation_online_date=2022/06/01");
        for (String type : List.of("news", "campaign-material")) {
            DublinCore other = text().with(Element.TYPE, List.of(Statement.of(Element.TYPE, type)));
            assertThat(citation.of(item(other))).as(type).isEmpty();
        }
    }

    @Test
    void schemaOrgTellsPlacesTranslationsAndEncodings() {
        JsonObject json = new SchemaOrg(repository, VOCABULARIES).describe(sample());
        assertThat(json.getJsonArray("inLanguage").getString(0)).isEqualTo("es");
        JsonObject country = json.getJsonArray("spatialCoverage").getJsonObject(0);
        assertThat(country.getString("@type")).isEqualTo("Country");
        assertThat(country.getString("identifier")).isEqualTo("MX");
        assertThat(country.getJsonObject("name").getString("@language")).isEqualTo("es");
        assertThat(json.getJsonArray("translationOfWork").getJsonObject(0).getString("@id"))
                .isEqualTo("https://library.example.org/publications/3");
        assertThat(json.getJsonArray("encoding")).hasSize(1);
        assertThat(json.getJsonArray("encoding").getJsonObject(0).getString("contentUrl"))
                .isEqualTo(PAGE + "/files/report.pdf");
        assertThat(json.getJsonArray("author").getJsonObject(0).getString("familyName"))
                .isEqualTo("Pérez");
        assertThat(json.getJsonArray("author").getJsonObject(2).getString("@type"))
                .isEqualTo("Organization");
        assertThat(json.getJsonArray("sameAs").getString(0)).isEqualTo("https://doi.org/10.1234/abc");
    }

    @Test
    void signpostsLeadFromThePageAndBack() {
        String header = Signposts.header(signposts.ofPage(sample()));
        assertThat(header)
                .contains("<" + PAGE + ">; rel=\"cite-as\"", "<https://schema.org/AboutPage>; rel=\"type\"")
                .contains("<https://orcid.org/0000-0002-1825-0097>; rel=\"author\"")
                .contains("<" + PAGE + "/files/report.pdf>; rel=\"item\"; type=\"application/pdf\"")
                .contains("<" + PAGE + "/linkset>; rel=\"linkset\"; type=\"application/linkset+json\"")
                .contains("rel=\"license\"", "rel=\"describedby\"")
                .doesNotContain("closed.pdf", "javascript");
        JsonObject set = JsonMaker.reader(signposts.set(sample()).toString()).readObject();
        List<JsonObject> contexts = set.getJsonArray("linkset").getValuesAs(JsonObject.class);
        assertThat(contexts.get(0).getString("anchor")).isEqualTo(PAGE);
        assertThat(contexts.get(0).getJsonArray("cite-as")).hasSize(1);
        for (JsonObject context : contexts) {
            assertThat(context.getString("anchor")).startsWith("https://");
            context.forEach((relation, targets) -> {
                if (!relation.equals("anchor")) {
                    assertThat(targets.asJsonArray()).isNotEmpty();
                    assertThat(targets.asJsonArray()).allSatisfy(target -> assertThat(
                                    target.asJsonObject().getString("href"))
                            .startsWith("http"));
                }
            });
        }
        assertThat(contexts).filteredOn(each -> each.containsKey("collection")).hasSize(1);
        assertThat(contexts)
                .filteredOn(each -> each.containsKey("describes"))
                .hasSize(Representation.OF_RECORDS.size());
    }

    @Test
    void aHeaderWithManyLinksStaysShort() {
        List<Signpost> many = Collections.nCopies(500, Signpost.of("item", PAGE + "/files/" + "x".repeat(100)));
        assertThat(Signposts.header(many)).hasSizeBetween(3_000, 4_100).doesNotEndWith(", ");
    }

    @ParameterizedTest
    @CsvSource({
        "10.5555/a<b, https://doi.org/10.5555/a%3Cb",
        "10.6666/OURS.1, https://doi.org/10.6666/OURS.1",
        "10.6666/theirs.1, " + PAGE,
        "10.55551/a, " + PAGE,
    })
    void aPublicationIsCitedByTheDoiThatLeadsHere(String doi, String cited) {
        Item item = sample();
        DublinCore text = item.metadata()
                .with(
                        Element.IDENTIFIER,
                        List.of(new Statement(Element.IDENTIFIER, doi, null, Map.of(Qualifier.SCHEME, "doi"))));
        Item other = item(text);
        assertThat(signposts.ofPage(other).get(0)).isEqualTo(Signpost.of("cite-as", cited));
        assertThat(signposts.set(other).toString()).contains("\"cite-as\":[{\"href\":\"" + cited + "\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://orcid.org/0000|true",
                "http://a.org/x?y=z|true",
                "javascript:alert(1)|false",
                "https://a.org/>; rel=x|false",
                "https://a.org/\\u0001|false",
                "https://a.org/ü|false"
            })
    void onlyAddressesGoIntoHeaders(String text, boolean address) {
        assertThat(Signpost.isAddress(text)).isEqualTo(address);
    }

    @Test
    void theRecordInJsonHasAddressesAndNotTheKeysOfMissions() {
        byte[] bytes = records.write(Representation.JSON, sample());
        JsonObject json =
                JsonMaker.reader(new String(bytes, StandardCharsets.UTF_8)).readObject();
        assertThat(json.getString("id")).isEqualTo("7");
        assertThat(json).doesNotContainKey("sourceId");
        JsonObject relation = json.getJsonArray("relation").getJsonObject(0);
        assertThat(relation.getString("target")).isEqualTo("https://library.example.org/publications/3");
        assertThat(json.getJsonArray("files")).hasSize(2);
        assertThat(json.getJsonArray("files").getJsonObject(1).get("open")).isEqualTo(JsonValue.FALSE);
        assertThat(json.getJsonObject("links").getString("mods")).isEqualTo(PAGE + ".mods");
        assertThat(new String(records.write(Representation.DUBLIN_CORE, sample()), StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oai_dc:dc ");
        assertThat(new String(records.write(Representation.MODS, sample()), StandardCharsets.UTF_8))
                .contains("<mods ");
        assertThat(new String(records.write(Representation.BIBTEX, sample()), StandardCharsets.UTF_8))
                .contains("{acervo-7,");
        assertThat(new String(records.write(Representation.RIS, sample()), StandardCharsets.UTF_8))
                .contains("TY  - ");
    }

    @Test
    void relationsInRecordsLeadOnlyToWhatIsPublic() {
        PublicationId whole = publish(TestLibrary.report("whole", "The whole"));
        publish(TestLibrary.relating(TestLibrary.report("part", "The part"), "isPartOf", "whole"));
        assertThat(pages().whole(found(whole)).item().relations())
                .containsExactly(new Item.Link(RelationType.HAS_PART, "https://library.example.org/publications/2"));
        Publication part = found(new PublicationId(2));
        library.publishing().withdraw(TestLibrary.CURATOR, part.id(), part.version(), "Wrong", null);
        assertThat(pages().whole(found(whole)).item().relations()).isEmpty();
    }

    @Test
    void oldAddressesAreKnownAsLongAsOnePublicationHadThem() {
        FormerAddresses addresses = new FormerAddresses(publications);
        assertThat(addresses.find("old.org", "/node/1")).isEmpty();
        PublicationId one = publish(moved("one", "https://old.org/node/1/", "http://old.org/page?id=5"));
        assertThat(addresses.find("OLD.org", "/node/1")).contains(one);
        assertThat(addresses.find("library.example.org", "/page?id=5")).contains(one);
        assertThat(addresses.find("old.org", "/page?id=6")).isEmpty();
        PublicationId two = publish(moved("two", "https://other.org/node/1", "https://other.org/"));
        assertThat(addresses.find("other.org", "/node/1")).contains(two);
        assertThat(addresses.find("library.example.org", "/node/1"))
                .as("two had it")
                .isEmpty();
        assertThat(addresses.find("other.org", "/")).isEmpty();
    }

    private static DublinCore moved(String sourceId, String... urls) {
        return TestLibrary.report(sourceId, sourceId)
                .with(
                        Element.FORMER_URL,
                        List.of(urls).stream()
                                .map(each -> Statement.of(Element.FORMER_URL, each))
                                .toList());
    }

    private static DublinCore text() {
        return TestLibrary.report("r-7", "Informe")
                .with(Element.LANGUAGE, List.of(Statement.of(Element.LANGUAGE, "es")))
                .with(Element.COVERAGE, List.of(Statement.of(Element.COVERAGE, "MX")))
                .with(
                        Element.IDENTIFIER,
                        List.of(new Statement(
                                Element.IDENTIFIER, "10.1234/abc", null, Map.of(Qualifier.SCHEME, "doi"))))
                .with(
                        Element.CREATOR,
                        List.of(
                                author("Pérez, Ana", "person", "https://orcid.org/0000-0002-1825-0097"),
                                author("Ruiz, Eva", "person", "javascript:alert(1)"),
                                author(
                                        "International Organization for Migration",
                                        "organization",
                                        "https://ror.org/x")));
    }

    private static Statement author(String name, String kind, String id) {
        return new Statement(Element.CREATOR, name, null, Map.of(Qualifier.KIND, kind, Qualifier.ID, id));
    }

    private static Item sample() {
        return item(text());
    }

    private static Item item(DublinCore text) {
        LocalDate day = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        return new Item(
                new PublicationId(7),
                text,
                List.of(new Item.Link(RelationType.IS_TRANSLATION_OF, "https://library.example.org/publications/3")),
                List.of(
                        new Item.File(PAGE + "/files/report.pdf", "application/pdf", 10, "", "es", null, true, null),
                        new Item.File(PAGE + "/files/closed.pdf", "application/pdf", 10, "", null, null, false, day)),
                day);
    }

    private PublicationPages pages() {
        return new PublicationPages(
                publications,
                disseminations,
                VOCABULARIES,
                repository,
                text -> text,
                new FileLines(new InMemoryFiles(publications, CLOCK), repository, CLOCK),
                TestRounds.of(publications),
                (id, reader) -> List.of(),
                all -> Map.of());
    }

    private String page(PublicationId id) {
        PublicationPages pages = pages();
        Publication publication = found(id);
        return new LibraryTemplates(new Pages(repository), VOCABULARIES)
                .fill(
                        "publication",
                        PageRequest.of("/publications/" + id, null, null),
                        reader -> pages.view(pages.whole(publication), reader));
    }

    private Publication found(PublicationId id) {
        return publications.find(id).orElseThrow();
    }

    private PublicationId publish(DublinCore text) {
        Publication draft =
                library.publishing().create(TestLibrary.CURATOR, text).publication();
        return library.publishing()
                .publish(TestLibrary.CURATOR, draft.id(), draft.version())
                .publication()
                .id();
    }
}
