package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.acervo.format.PublicationJson.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationJsonTest {

    private static DublinCore read(String json) {
        Reading reading = PublicationJson.read(json.replace('\'', '"'));
        assertThat(reading.findings()).isEmpty();
        return reading.metadata();
    }

    private static String rewritten(String json) {
        return PublicationJson.toText(read(json)).replace('"', '\'');
    }

    @Test
    void aPlainStringStandsForAnObjectAndASingleValueForAList() {
        DublinCore plain = read("{'title': 'T', 'theme': 'x'}");
        assertThat(plain).isEqualTo(read("{'title': [{'value': 'T'}], 'theme': ['x']}"));
        assertThat(plain.all(Element.TITLE)).containsExactly(Statement.of(Element.TITLE, "T"));
        assertThat(read("{'relation': {'target': 'a', 'type': 'isPartOf'}}"))
                .isEqualTo(read("{'relation': [{'type': 'isPartOf', 'target': 'a'}]}"));
    }

    @Test
    void aListOfOneStandsForASingleValue() {
        assertThat(read("{'date': ['2021'], 'mission': [{'value': 'm'}]}"))
                .isEqualTo(read("{'date': '2021', 'mission': 'm'}"));
    }

    @Test
    void wholeNumbersStandForTheirDigits() {
        assertThat(rewritten("{'date': 2021, 'identifier': [9789290688150], 'series': {'value': 'S', 'number': 1}}"))
                .isEqualTo("{'date':'2021','series':[{'value':'S','number':'1'}],'identifier':['9789290688150']}");
    }

    @Test
    void nullStandsForNothing() {
        assertThat(read("{'title': null, 'date': null, 'series': {'value': 'S', 'lang': null, 'number': null}}"))
                .isEqualTo(read("{'series': 'S'}"));
        assertThat(PublicationJson.read("{\"withdrawn\": null}").withdrawn()).isNull();
    }

    @Test
    void whatSaysNothingInAListKeepsThePlacesOfTheOthers() {
        assertThat(read("{'title': [null, 'T']}").values(Element.TITLE)).containsExactly("", "T");
    }

    @Test
    void qualifiersAndLanguagesAreKept() {
        assertThat(read("{'creator': {'value': 'A', 'lang': 'es', 'kind': 'person', 'id': 'https://x'}}")
                        .all(Element.CREATOR))
                .containsExactly(new Statement(
                        Element.CREATOR, "A", "es", Map.of(Qualifier.KIND, "person", Qualifier.ID, "https://x")));
        assertThat(read("{'link': {'url': 'https://x', 'language': 'es', 'label': 'L'}}")
                        .all(Element.LINK))
                .containsExactly(new Statement(
                        Element.LINK, "https://x", null, Map.of(Qualifier.LANGUAGE, "es", Qualifier.LABEL, "L")));
        assertThat(read("{'project': {'code': 'P', 'funder': 'F'}}").all(Element.PROJECT))
                .containsExactly(new Statement(Element.PROJECT, "P", null, Map.of(Qualifier.FUNDER, "F")));
    }

    @Test
    void whatAnswersAddIsIgnored() {
        assertThat(read("{'id': 7, 'state': 'draft', 'oaiIdentifier': 'o', 'links': {'a': [{'b': 1e5}]}, 'files': [],"
                        + " 'created': 'c', 'modified': null, 'findings': [{'rule': [[['x']]]}], 'title': 'T'}"))
                .isEqualTo(read("{'title': 'T'}"));
    }

    @Test
    void aWithdrawnPublicationHasAReason() {
        Reading reading = PublicationJson.read("{\"withdrawn\": \"Superseded\", \"title\": \"T\"}");
        assertThat(reading.withdrawn()).isEqualTo("Superseded");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void theExampleOfTheContractIsRead() {
        assertThat(PublicationJson.read(Samples.FULL.replace('\'', '"')).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {} ", "\uFEFF{}", "{\"title\": []}", "\r\n\t{}\n"})
    void nothingIsADocumentToo(String text) {
        assertThat(PublicationJson.read(text)).isEqualTo(new Reading(DublinCore.EMPTY, null, List.of()));
        assertThat(PublicationJson.toText(DublinCore.EMPTY)).isEqualTo("{}");
    }

    @Test
    void theCanonicalFormIsShortAndInTheOrderOfTheElements() {
        assertThat(rewritten("{'date': ['2021'], 'language': 'es', 'title': [{'lang': 'es', 'value': 'T'}, 'U'],"
                        + " 'type': {'value': 'report'}, 'link': {'label': 'L', 'url': 'https://x'}}"))
                .isEqualTo("{'type':'report','title':[{'value':'T','lang':'es'},'U'],'date':'2021',"
                        + "'language':['es'],'link':[{'url':'https://x','label':'L'}]}");
    }

    @Test
    void moreValuesThanThereMayBeAreWrittenAsAList() {
        DublinCore two = read("{'date': ['2021', '2022']}");
        assertThat(two.values(Element.DATE)).containsExactly("2021", "2022");
        assertThat(PublicationJson.fromText(PublicationJson.toText(two))).isEqualTo(two);
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        Random random = new Random(20240506);
        for (int i = 0; i < 2_000; i++) {
            DublinCore metadata = RandomPublications.any(random);
            String text = PublicationJson.toText(metadata);
            assertThat(PublicationJson.fromText(text)).isEqualTo(metadata);
            JsonObject document = PublicationJson.write(metadata);
            assertThat(PublicationJson.read(document).metadata()).isEqualTo(metadata);
            assertThat(PublicationJson.toText(PublicationJson.read(document).metadata()))
                    .isEqualTo(text);
        }
    }

    @Test
    void whatIsWrittenIsWhatAnyParserReads() {
        String title = "\u0000\u001F\"\\/\b\f\n\r\t\u007F\u2028\uD83C\uDF0E";
        String text = PublicationJson.toText(new DublinCore(List.of(Statement.of(Element.TITLE, title))));
        JsonObject document = Json.createReader(new StringReader(text)).readObject();
        assertThat(document.getJsonArray("title").getString(0)).isEqualTo(title);
    }

    @Test
    void aStoredDocumentThatIsDamagedIsAnError() {
        assertThatThrownBy(() -> PublicationJson.fromText("{\"title\": \"T\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOT_JSON");
    }
}
