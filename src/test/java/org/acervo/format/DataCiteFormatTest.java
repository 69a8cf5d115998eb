package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.Item;
import org.acervo.catalog.RelationType;
import org.junit.jupiter.api.Test;

/** DataCite's record, and the wrapper around it. */
class DataCiteFormatTest {

    private static final String PAGE = "https://library.example.org/publications/42";

    private static List<String> of(String element, String json, Item.Link... relations) {
        return Samples.elements(Samples.render("datacite", Samples.item(json, relations)), element);
    }

    @Test
    void aDoiIsTheIdentifierAndTheLandingPageAnother() {
        String json = "{'identifier': ['20.500.12345/678', '978-92-9068-815-4', 'https://doi.org/10.18356/9']}";
        assertThat(of("identifier", json))
                .containsExactly("<identifier identifierType=\"DOI\">10.18356/9</identifier>");
        assertThat(of("alternateIdentifier", json))
                .contains("<alternateIdentifier alternateIdentifierType=\"URL\">" + PAGE + "</alternateIdentifier>")
                .contains("<alternateIdentifier alternateIdentifierType=\"ISBN\">9789290688154</alternateIdentifier>");
    }

    @Test
    void withoutOneTheLandingPageIs() {
        assertThat(of("identifier", "{}"))
                .containsExactly("<identifier identifierType=\"URL\">" + PAGE + "</identifier>");
        assertThat(of("alternateIdentifiers", "{}")).isEmpty();
    }

    @Test
    void thePublisherStandsInForTheCreator() {
        assertThat(of("creatorName", "{'publisher': 'IOM', 'language': 'en'}"))
                .containsExactly("<creatorName nameType=\"Organizational\">International Organization for Migration"
                        + "</creatorName>");
        assertThat(of("creatorName", "{'publisher': 'IOM', 'creator': 'Pérez, Ana'}"))
                .containsExactly("<creatorName nameType=\"Personal\">Pérez, Ana</creatorName>");
        assertThat(of("creatorName", "{}"))
                .containsExactly("<creatorName nameType=\"Organizational\">:unav</creatorName>");
    }

    @Test
    void theYearIsTheFirstThatTheDateAllows() {
        assertThat(of("publicationYear", "{'date': '2021-02'}"))
                .containsExactly("<publicationYear>2021</publicationYear>");
        assertThat(of("publicationYear", "{'date': '201X'}"))
                .containsExactly("<publicationYear>2010</publicationYear>");
        assertThat(of("publicationYear", "{'date': 'unknown'}"))
                .containsExactly("<publicationYear>2024</publicationYear>");
        assertThat(of("date", "{'date': '201X'}"))
                .containsExactly(
                        "<date dateType=\"Issued\" dateInformation=\"201X\">2010/2019</date>",
                        "<date dateType=\"Available\">2024-05-06</date>");
    }

    @Test
    void translationsAreNamedAsSuch() {
        Item.Link link = new Item.Link(RelationType.IS_TRANSLATION_OF, "https://library.example.org/publications/7");
        assertThat(of("relatedIdentifier", "{}", link))
                .containsExactly("<relatedIdentifier relatedIdentifierType=\"URL\" relationType=\"IsTranslationOf\">"
                        + "https://library.example.org/publications/7</relatedIdentifier>");
        assertThat(Samples.render("oai_openaire", Samples.item("{}", link))).contains("relationType=\"IsVersionOf\"");
    }

    @Test
    void theKindOfResourceIsTheNearest() {
        assertThat(general("assessment")).isEqualTo("Report");
        assertThat(general("map")).isEqualTo("Image");
        assertThat(general("video")).isEqualTo("Audiovisual");
        assertThat(general("dataset")).isEqualTo("Dataset");
        assertThat(general("news")).isEqualTo("Text");
    }

    private static String general(String type) {
        String element = of("resourceType", "{'type': '" + type + "'}").get(0);
        return element.substring(element.indexOf("General=\"") + 9, element.indexOf("\">"));
    }

    @Test
    void theWrapperHoldsTheSameRecord() {
        String wrapped = Samples.render("oai_datacite", Samples.full());
        assertThat(wrapped)
                .contains("<schemaVersion>4.6</schemaVersion>")
                .contains("<payload>" + Samples.render("datacite", Samples.full()) + "</payload>");
    }
}
