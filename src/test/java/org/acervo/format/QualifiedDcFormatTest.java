package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualifiedDcFormatTest {

    private static List<String> of(String element, String json) {
        return Samples.elements(Samples.render("qdc", Samples.item(json)), element);
    }

    private static String typed(String element, String scheme, String value) {
        return "<" + element + " xsi:type=\"dcterms:" + scheme + "\">" + value + "</" + element + ">";
    }

    @Test
    void isServedWithItsSchema() {
        assertThat(Samples.FORMATS.find("qdc").orElseThrow().description().schema())
                .isEqualTo("https://library.example.org/schemas/qualifieddc.xsd");
        assertThat(Samples.render("qdc", Samples.item("{}")))
                .startsWith("<qdc:qualifieddc xmlns:qdc=\"urn:acervo:qualifieddc\"")
                .contains("xsi:schemaLocation=\"urn:acervo:qualifieddc"
                        + " https://library.example.org/schemas/qualifieddc.xsd\"");
    }

    @Test
    void qdcNeverGivesAValueASchemeAndALanguage() {
        assertThat(Samples.render("qdc", Samples.full())).doesNotContainPattern("<[^>]*xsi:type[^>]*xml:lang");
    }

    @Test
    void qdcGivesCodesWithTheirScheme() {
        assertThat(Samples.render("qdc", Samples.full()))
                .contains(typed("dc:language", "RFC4646", "es"))
                .contains(typed("dc:type", "DCMIType", "Text"))
                .contains(typed("dc:type", "URI", "http://purl.org/coar/resource_type/c_93fc"))
                .contains(typed("dc:identifier", "URI", "urn:isbn:9789290688150"))
                .contains("<dc:identifier>C/INF/285</dc:identifier>")
                .contains(typed("dc:format", "IMT", "application/pdf"))
                .contains("<dc:format>paper</dc:format>")
                .contains(typed("dc:source", "URI", "https://example.org/source"))
                .contains("<dc:source>Survey 2020</dc:source>")
                .contains(typed("dcterms:hasVersion", "URI", "https://example.org/a?b=c&amp;d"))
                .contains(typed("dcterms:accessRights", "URI", "info:eu-repo/semantics/embargoedAccess"));
    }

    @Test
    void qdcGivesIso3166OnlyForCountries() {
        assertThat(of("dcterms:spatial", Samples.FULL))
                .containsExactly(
                        typed("dcterms:spatial", "ISO3166", "MX"),
                        "<dcterms:spatial xml:lang=\"es\">México</dcterms:spatial>",
                        "<dcterms:spatial xml:lang=\"es\">Chiapas</dcterms:spatial>",
                        "<dcterms:spatial xml:lang=\"es\">Caribe</dcterms:spatial>",
                        "<dcterms:spatial xml:lang=\"es\">Suchiate</dcterms:spatial>");
    }

    @ParameterizedTest
    @CsvSource({"2021", "2021-02", "2021-02-17"})
    void qdcGivesW3cdtfForExactDates(String date) {
        assertThat(of("dcterms:issued", "{'date': '" + date + "'}"))
                .containsExactly(typed("dcterms:issued", "W3CDTF", date));
    }

    @ParameterizedTest
    @CsvSource({"2017~", "201X", "20XX"})
    void qdcGivesNoSchemeForApproximateDates(String date) {
        assertThat(of("dcterms:issued", "{'date': '" + date + "'}"))
                .containsExactly("<dcterms:issued>" + date + "</dcterms:issued>");
    }

    @Test
    void qdcSaysWhenAnUndatedPublicationBecameAvailable() {
        assertThat(of("dcterms:issued", "{'date': 'unknown'}")).isEmpty();
        assertThat(of("dcterms:available", "{'date': 'unknown'}"))
                .containsExactly(typed("dcterms:available", "W3CDTF", "2024-05-06"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-09/2020-11 | xsi:type=\"dcterms:Period\">start=2020-09; end=2020-11; scheme=W3C-DTF;",
                "2020-09/.. | xsi:type=\"dcterms:Period\">start=2020-09; scheme=W3C-DTF;",
                "../2020 | xsi:type=\"dcterms:Period\">end=2020; scheme=W3C-DTF;",
                "2019 | xsi:type=\"dcterms:W3CDTF\">2019",
                "2019~/2020 | 2019~/2020",
                "201X | 201X",
                "../.. | ../.."
            })
    void qdcGivesPeriods(String given, String written) {
        String expected = written.startsWith("xsi") ? " " + written : ">" + written;
        assertThat(of("dcterms:temporal", "{'temporal': '" + given + "'}"))
                .containsExactly("<dcterms:temporal" + expected + "</dcterms:temporal>");
    }

    @Test
    void qdcTellsALicenceFromAStatementOfRights() {
        String licence = "https://creativecommons.org/licenses/by/4.0/";
        assertThat(of("dcterms:license", "{'rights': '" + licence + "'}"))
                .containsExactly(typed("dcterms:license", "URI", licence));
        String statement = "http://rightsstatements.org/vocab/CNE/1.0/";
        assertThat(of("dc:rights", "{'rights': '" + statement + "'}"))
                .containsExactly(typed("dc:rights", "URI", statement));
    }

    @Test
    void qdcGivesEachRelationItsTerm() {
        String xml = Samples.render("qdc", Samples.full());
        String url = "https://library.example.org/publications/10";
        assertThat(Samples.elements(xml, "dcterms:isVersionOf"))
                .containsExactly(
                        typed("dcterms:isVersionOf", "URI", url + 0), typed("dcterms:isVersionOf", "URI", url + 4));
        assertThat(Samples.elements(xml, "dcterms:replaces"))
                .containsExactly(typed("dcterms:replaces", "URI", url + 2));
        assertThat(Samples.elements(xml, "dcterms:isPartOf"))
                .containsExactly(
                        typed("dcterms:isPartOf", "URI", url + 6),
                        "<dcterms:isPartOf xml:lang=\"es\">Línea de base ; 1</dcterms:isPartOf>",
                        "<dcterms:isPartOf>DTM reports</dcterms:isPartOf>");
    }

    @Test
    void qdcRefinesWhatHasARefinement() {
        assertThat(Samples.render("qdc", Samples.full()))
                .contains("<dcterms:alternative xml:lang=\"en\">Other title</dcterms:alternative>")
                .contains("<dcterms:abstract xml:lang=\"es\">Resumen</dcterms:abstract>")
                .contains("<dcterms:extent>48 pages</dcterms:extent>")
                .contains("<dcterms:audience xml:lang=\"en\">Policy makers</dcterms:audience>")
                .contains("<dcterms:provenance>European Union ; DP.2345</dcterms:provenance>")
                .contains("<dcterms:provenance>X1</dcterms:provenance>");
    }
}
