package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.Item;
import org.acervo.catalog.RelationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OaiDcFormatTest {

    private static List<String> of(String element, String json, Item.Link... relations) {
        return Samples.elements(Samples.render("oai_dc", Samples.item(json, relations)), "dc:" + element);
    }

    @Test
    void declaresItsNamespacesAndItsSchema() {
        assertThat(Samples.render("oai_dc", Samples.item("{}")))
                .startsWith("<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/oai_dc/"
                        + " http://www.openarchives.org/OAI/2.0/oai_dc.xsd\">");
    }

    @Test
    void oaiDcGivesLandingPageFirstThenDoiThenIsbn() {
        assertThat(of("identifier", Samples.FULL))
                .containsExactly(
                        "<dc:identifier>https://library.example.org/publications/42</dc:identifier>",
                        "<dc:identifier>https://doi.org/10.18356/%3C9%3E</dc:identifier>",
                        "<dc:identifier>urn:isbn:9789290688150</dc:identifier>",
                        "<dc:identifier>C/INF/285</dc:identifier>",
                        "<dc:identifier>urn:issn:1561-5502</dc:identifier>",
                        "<dc:identifier>https://hdl.handle.net/20.500.12345/678</dc:identifier>");
    }

    @Test
    void oaiDcKeepsAnIsbnThatIsPrintedWrong() {
        assertThat(of("identifier", "{'identifier': ['ISBN 978-92-9068-815-4', {'value': '12', 'scheme': 'isbn'}]}"))
                .endsWith("<dc:identifier>urn:isbn:9789290688154</dc:identifier>", "<dc:identifier>12</dc:identifier>");
    }

    @Test
    void oaiDcGivesKeywordsWithTheirLanguageAndThemesInEachLanguageOfTheRecord() {
        assertThat(of("subject", Samples.FULL))
                .containsExactly(
                        "<dc:subject xml:lang=\"es\">Tapachula</dc:subject>",
                        "<dc:subject>DTM</dc:subject>",
                        "<dc:subject xml:lang=\"es\">Datos</dc:subject>",
                        "<dc:subject xml:lang=\"en\">Data on migration</dc:subject>",
                        "<dc:subject xml:lang=\"es\">Movilidad laboral</dc:subject>",
                        "<dc:subject xml:lang=\"en\">Labour mobility</dc:subject>");
    }

    @ParameterizedTest
    @CsvSource({"ar,en,Data on migration", "pt-BR,pt,Dados", "zxx,en,Data on migration", "FR-ca,fr,Données"})
    void oaiDcGivesThemesInEnglishWhereTheLanguageHasNoInterface(String language, String lang, String label) {
        assertThat(of("subject", "{'language': '" + language + "', 'theme': 'migration-data'}"))
                .containsExactly("<dc:subject xml:lang=\"" + lang + "\">" + label + "</dc:subject>");
    }

    @Test
    void oaiDcGivesTheTypeAsLabelAndAsCoarUri() {
        assertThat(of("type", Samples.FULL))
                .containsExactly(
                        "<dc:type xml:lang=\"es\">Diagnóstico</dc:type>",
                        "<dc:type>http://purl.org/coar/resource_type/c_93fc</dc:type>");
    }

    @Test
    void oaiDcGivesCoverageAsLabels() {
        assertThat(of("coverage", Samples.FULL))
                .containsExactly(
                        "<dc:coverage xml:lang=\"es\">México</dc:coverage>",
                        "<dc:coverage xml:lang=\"es\">Chiapas</dc:coverage>",
                        "<dc:coverage xml:lang=\"es\">Caribe</dc:coverage>",
                        "<dc:coverage xml:lang=\"es\">Suchiate</dc:coverage>",
                        "<dc:coverage>2020-09/2020-11</dc:coverage>",
                        "<dc:coverage>2019</dc:coverage>");
    }

    @Test
    void oaiDcGivesNoInternalCode() {
        assertThat(Samples.render("oai_dc", Samples.full()))
                .doesNotContain("internal")
                .doesNotContain("migration-data")
                .doesNotContain("assessment");
    }

    @Test
    void oaiDcLeavesOutCodesThatHaveNoLabel() {
        String json = "{'type': 'gone', 'theme': 'gone'}";
        assertThat(of("type", json)).isEmpty();
        assertThat(of("subject", json)).isEmpty();
    }

    @Test
    void oaiDcGivesLanguagesAsBcp47() {
        assertThat(of("language", "{'language': ['pt_br', 'quc']}"))
                .containsExactly("<dc:language>pt-BR</dc:language>", "<dc:language>quc</dc:language>");
    }

    @ParameterizedTest
    @CsvSource({
        "2021,2021",
        "2021-02,2021-02",
        "2021-02-17,2021-02-17",
        "2017~,2017",
        "2017-06~,2017-06",
        "201X,2010/2019",
        "20XX,2000/2099",
        "unknown,2024-05-06"
    })
    void oaiDcGivesExactlyOneDate(String given, String date) {
        assertThat(of("date", "{'date': '" + given + "'}")).containsExactly("<dc:date>" + date + "</dc:date>");
    }

    @Test
    void oaiDcGivesTheDayOfPublicationHereWhereThereIsNoDate() {
        assertThat(of("date", "{'type': 'news'}")).containsExactly("<dc:date>2024-05-06</dc:date>");
    }

    @ParameterizedTest
    @CsvSource({
        "open,openAccess",
        "embargoed,embargoedAccess",
        "restricted,restrictedAccess",
        "metadata-only,closedAccess"
    })
    void oaiDcGivesTheLicenceThenTheAccess(String access, String term) {
        assertThat(of(
                        "rights",
                        "{'rights': 'https://creativecommons.org/licenses/by/4.0/', 'access': '" + access + "'}"))
                .containsExactly(
                        "<dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>",
                        "<dc:rights>info:eu-repo/semantics/" + term + "</dc:rights>");
    }

    @Test
    void oaiDcTakesARecordThatDoesNotSayForOpen() {
        assertThat(of("rights", "{}")).containsExactly("<dc:rights>info:eu-repo/semantics/openAccess</dc:rights>");
    }

    @Test
    void oaiDcGivesRelationsAsUrlsAndSeriesWithNumber() {
        Item.Link translation = new Item.Link(RelationType.IS_TRANSLATION_OF, "https://example.org/1");
        Item.Link reference = new Item.Link(RelationType.REFERENCES, "https://example.org/1");
        assertThat(of("relation", Samples.FULL, translation, reference))
                .containsExactly(
                        "<dc:relation>https://example.org/1</dc:relation>",
                        "<dc:relation xml:lang=\"es\">Línea de base ; 1</dc:relation>",
                        "<dc:relation>DTM reports</dc:relation>",
                        "<dc:relation>https://example.org/a?b=c&amp;d</dc:relation>");
    }

    @Test
    void oaiDcGivesPublishersByName() {
        assertThat(of("publisher", Samples.FULL))
                .containsExactly(
                        "<dc:publisher xml:lang=\"es\">Organización Internacional</dc:publisher>",
                        "<dc:publisher>Gobierno de México</dc:publisher>");
    }

    @Test
    void oaiDcGivesTheTitleInTheLanguageOfTheDocumentFirst() {
        assertThat(of("title", Samples.FULL))
                .containsExactly(
                        "<dc:title xml:lang=\"es\">El título</dc:title>",
                        "<dc:title xml:lang=\"en\">The title</dc:title>",
                        "<dc:title xml:lang=\"en\">Other title</dc:title>");
    }
}
