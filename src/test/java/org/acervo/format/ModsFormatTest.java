package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModsFormatTest {

    private static List<String> of(String element, String json) {
        return Samples.elements(Samples.render("mods", Samples.item(json)), element);
    }

    @Test
    void modsGivesEveryTitleAndAbstractItsLanguage() {
        assertThat(of("titleInfo", Samples.FULL))
                .startsWith(
                        "<titleInfo lang=\"spa\" xml:lang=\"es\" usage=\"primary\"><title>El título</title></titleInfo>",
                        "<titleInfo lang=\"eng\" xml:lang=\"en\" type=\"translated\"><title>The title</title></titleInfo>",
                        "<titleInfo lang=\"eng\" xml:lang=\"en\" type=\"alternative\">"
                                + "<title>Other title</title></titleInfo>");
        assertThat(of("abstract", Samples.FULL))
                .containsExactly(
                        "<abstract lang=\"spa\" xml:lang=\"es\">Resumen</abstract>",
                        "<abstract lang=\"eng\" xml:lang=\"en\">Abstract</abstract>");
    }

    @Test
    void modsTellsPersonsFromOrganizations() {
        String role = "<role><roleTerm type=\"code\" authority=\"marcrelator\">";
        assertThat(of("name", Samples.FULL))
                .containsExactly(
                        "<name type=\"corporate\"><namePart>IOM</namePart>" + role + "cre</roleTerm></role></name>",
                        "<name type=\"personal\"><namePart type=\"family\">Pérez</namePart>"
                                + "<namePart type=\"given\">Ana</namePart>"
                                + "<nameIdentifier type=\"orcid\">https://orcid.org/0000-0002-1825-0097</nameIdentifier>"
                                + role + "cre</roleTerm></role></name>",
                        "<name type=\"corporate\"><namePart>Colegio de la Frontera Norte</namePart>" + role
                                + "ctb</roleTerm></role></name>",
                        "<name type=\"personal\"><namePart>Pelé</namePart>" + role + "ctb</roleTerm></role></name>");
    }

    @Test
    void modsNeverInvertsTheNameOfAnOrganization() {
        assertThat(of("namePart", "{'creator': 'Smith, Jones and Partners'}"))
                .containsExactly("<namePart>Smith, Jones and Partners</namePart>");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02,encoding=\"w3cdtf\" keyDate=\"yes\"",
        "2017~,encoding=\"edtf\" qualifier=\"approximate\" keyDate=\"yes\"",
        "201X,encoding=\"edtf\" qualifier=\"approximate\" keyDate=\"yes\""
    })
    void modsSaysHowADateIsWritten(String date, String attributes) {
        assertThat(of("originInfo", "{'date': '" + date + "'}"))
                .containsExactly("<originInfo eventType=\"publication\"><dateIssued " + attributes + ">" + date
                        + "</dateIssued></originInfo>");
    }

    @Test
    void modsGivesTheDayOfDistributionHereWhereTheDateIsUnknown() {
        assertThat(of("originInfo", "{'date': 'unknown', 'publisher': 'UN'}"))
                .containsExactly(
                        "<originInfo eventType=\"publication\"><publisher>UN</publisher></originInfo>",
                        "<originInfo eventType=\"distribution\"><dateIssued encoding=\"w3cdtf\">2024-05-06</dateIssued>"
                                + "</originInfo>");
    }

    @Test
    void modsGivesLanguagesInBothCodes() {
        assertThat(of("language", "{'language': 'pt-BR'}"))
                .containsExactly("<language><languageTerm type=\"code\" authority=\"rfc5646\">pt-BR</languageTerm>"
                        + "<languageTerm type=\"code\" authority=\"iso639-2b\">por</languageTerm></language>");
    }

    @Test
    void modsGivesSeriesAndOtherVersions() {
        assertThat(of("relatedItem", Samples.FULL))
                .startsWith("<relatedItem type=\"series\"><titleInfo lang=\"spa\" xml:lang=\"es\">"
                        + "<title>Línea de base</title><partNumber>1</partNumber></titleInfo></relatedItem>");
        assertThat(Samples.elements(Samples.render("mods", Samples.full()), "relatedItem"))
                .contains("<relatedItem type=\"otherVersion\"><location>"
                        + "<url>https://library.example.org/publications/100</url></location></relatedItem>");
    }

    @Test
    void modsMarksAnIsbnThatIsPrintedWrong() {
        assertThat(of("identifier", "{'identifier': ['978-92-9068-815-4', '978-92-9068-815-0']}"))
                .containsExactly(
                        "<identifier type=\"isbn\" invalid=\"yes\">9789290688154</identifier>",
                        "<identifier type=\"isbn\">9789290688150</identifier>");
    }

    @Test
    void modsGivesTheLandingPageBeforeLinks() {
        assertThat(of("location", Samples.FULL))
                .containsExactly(
                        "<location><url usage=\"primary\" access=\"object in context\">"
                                + "https://library.example.org/publications/42</url></location>",
                        "<location><url displayLabel=\"Texto completo\">https://example.org/a?b=c&amp;d</url></location>");
    }

    @Test
    void modsGivesPlacesAndTimes() {
        assertThat(of("subject", Samples.FULL))
                .contains(
                        "<subject lang=\"spa\" xml:lang=\"es\"><geographic>México</geographic>"
                                + "<geographicCode authority=\"iso3166\">MX</geographicCode></subject>",
                        "<subject lang=\"spa\" xml:lang=\"es\"><geographic>Chiapas</geographic></subject>",
                        "<subject><temporal encoding=\"edtf\">2020-09/2020-11</temporal></subject>",
                        "<subject><temporal encoding=\"w3cdtf\">2019</temporal></subject>");
    }

    @ParameterizedTest
    @CsvSource({
        "assessment,text",
        "map,cartographic",
        "video,moving image",
        "dataset,'software, multimedia'",
        "audio,sound recording",
        "event,mixed material"
    })
    void modsGivesTheTypeOfResource(String type, String term) {
        assertThat(of("typeOfResource", "{'type': '" + type + "'}"))
                .containsExactly("<typeOfResource>" + term + "</typeOfResource>");
    }
}
