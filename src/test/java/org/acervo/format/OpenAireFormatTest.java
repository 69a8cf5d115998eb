package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.Item;
import org.junit.jupiter.api.Test;

/** What the OpenAIRE Guidelines for Literature Repositories 4 ask for, by the numbers of their fields. */
class OpenAireFormatTest {

    private static final String PAGE = "https://library.example.org/publications/42";

    private static List<String> of(String element, String json, Item.File... files) {
        return Samples.elements(Samples.render("oai_openaire", Samples.item(json, List.of(files))), element);
    }

    @Test
    void whatIsMandatoryIsThereWhateverTheRecordLacks() {
        String xml = Samples.render("oai_openaire", Samples.item("{}"));
        assertThat(xml)
                .contains("<datacite:title>:unav</datacite:title>") // 1
                .contains("<datacite:creatorName nameType=\"Organizational\">:unav</datacite:creatorName>") // 2
                .contains("<datacite:date dateType=\"Issued\">2024-05-06</datacite:date>") // 10
                .contains("<oaire:resourceType resourceTypeGeneral=\"other research product\""
                        + " uri=\"http://purl.org/coar/resource_type/c_1843\">other</oaire:resourceType>") // 13
                .contains("<datacite:identifier identifierType=\"URL\">" + PAGE + "</datacite:identifier>") // 14
                .contains("rightsURI=\"http://purl.org/coar/access_right/c_abf2\""); // 15
    }

    @Test
    void aTypeIsItsConcept() {
        assertThat(of("oaire:resourceType", "{'type': 'assessment'}"))
                .containsExactly("<oaire:resourceType resourceTypeGeneral=\"literature\""
                        + " uri=\"http://purl.org/coar/resource_type/c_93fc\">report</oaire:resourceType>");
        assertThat(of("oaire:resourceType", "{'type': 'dataset'}").get(0)).contains("=\"dataset\"");
        assertThat(of("oaire:resourceType", "{'type': 'video'}").get(0)).contains("=\"other research product\"");
    }

    @Test
    void theFullTextIsSaidWhereItLies() {
        String json = "{'type': 'assessment', 'link': [{'url': 'https://example.org/text'}]}";
        assertThat(of("oaire:file", json, Samples.file("a.pdf", true), Samples.file("b.pdf", false)))
                .containsExactly(
                        "<oaire:file accessRightsURI=\"http://purl.org/coar/access_right/c_abf2\""
                                + " mimeType=\"application/pdf\" objectType=\"fulltext\">" + PAGE
                                + "/files/a.pdf</oaire:file>",
                        "<oaire:file accessRightsURI=\"http://purl.org/coar/access_right/c_abf2\""
                                + " objectType=\"fulltext\">https://example.org/text</oaire:file>");
    }

    @Test
    void anEmbargoSaysWhenItEnds() {
        assertThat(of("datacite:date", "{'date': '2021'}", Samples.file("b.pdf", false)))
                .containsExactly(
                        "<datacite:date dateType=\"Issued\">2021</datacite:date>",
                        "<datacite:date dateType=\"Available\">2030-03-01</datacite:date>");
        assertThat(of("datacite:rights", "{}", Samples.file("b.pdf", false)).get(0))
                .contains("c_f1cf");
        assertThat(of("oaire:file", "{}", Samples.file("b.pdf", false))).isEmpty();
    }

    @Test
    void whoPaidIsSaid() {
        assertThat(of("oaire:fundingReferences", "{'project': [{'code': 'DP.2345', 'funder': 'EU'}, {'code': 'X'}]}"))
                .containsExactly("<oaire:fundingReferences><oaire:fundingReference><oaire:funderName>EU"
                        + "</oaire:funderName><oaire:awardNumber>DP.2345</oaire:awardNumber>"
                        + "</oaire:fundingReference></oaire:fundingReferences>");
    }
}
