package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.Item;
import org.junit.jupiter.api.Test;

/** What each format tells of files: where the open ones are had, what they are, and when the others open. */
class FilesInFormatsTest {

    private static final String URL = "https://library.example.org/publications/42/files/";
    private static final Item.File OPEN = Samples.file("a.pdf", true);
    private static final Item.File LATER = Samples.file("b.pdf", false);

    private static List<String> of(String prefix, String element, String json, Item.File... files) {
        return Samples.elements(Samples.render(prefix, Samples.item(json, List.of(files))), element);
    }

    @Test
    void oaiDcGivesTheFileAfterTheOtherIdentifiers() {
        assertThat(of("oai_dc", "dc:identifier", "{'identifier': '10.1000/1'}", OPEN, LATER))
                .containsExactly(
                        "<dc:identifier>https://library.example.org/publications/42</dc:identifier>",
                        "<dc:identifier>https://doi.org/10.1000/1</dc:identifier>",
                        "<dc:identifier>" + URL + "a.pdf</dc:identifier>");
        assertThat(of("oai_dc", "dc:format", "{'format': 'text/csv'}", OPEN, OPEN, LATER))
                .containsExactly("<dc:format>text/csv</dc:format>", "<dc:format>application/pdf</dc:format>");
        assertThat(of("oai_dc", "dc:format", "{'format': 'application/pdf'}", OPEN))
                .hasSize(1);
    }

    @Test
    void anEmbargoBeginsAndEndsWithThatOfTheFiles() {
        assertThat(right("{}", OPEN)).isEqualTo("openAccess");
        assertThat(right("{}", OPEN, LATER)).isEqualTo("openAccess");
        assertThat(right("{}", LATER)).isEqualTo("embargoedAccess");
        assertThat(right("{'access': 'embargoed'}")).isEqualTo("embargoedAccess");
        assertThat(right("{'access': 'embargoed'}", OPEN, LATER)).isEqualTo("embargoedAccess");
        assertThat(right("{'access': 'embargoed'}", OPEN)).isEqualTo("openAccess");
        assertThat(right("{'access': 'restricted'}", LATER)).isEqualTo("restrictedAccess");
    }

    private static String right(String json, Item.File... files) {
        String rights = of("oai_dc", "dc:rights", json, files).get(0);
        return rights.substring(rights.lastIndexOf('/', rights.indexOf("</")) + 1, rights.indexOf("</"));
    }

    @Test
    void qdcGivesWhenAFileOpens() {
        assertThat(of("qdc", "dcterms:available", "{'date': '2021'}", OPEN, LATER))
                .containsExactly("<dcterms:available xsi:type=\"dcterms:W3CDTF\">2030-03-01</dcterms:available>");
        assertThat(of("qdc", "dcterms:available", "{'date': '2021'}", OPEN)).isEmpty();
        assertThat(of("qdc", "dc:identifier", "{}", OPEN))
                .contains("<dc:identifier xsi:type=\"dcterms:URI\">" + URL + "a.pdf</dc:identifier>");
        assertThat(of("qdc", "dc:format", "{}", OPEN))
                .containsExactly("<dc:format xsi:type=\"dcterms:IMT\">application/pdf</dc:format>");
        assertThat(of("qdc", "dcterms:extent", "{'extent': '48 pages'}", OPEN))
                .containsExactly(
                        "<dcterms:extent>48 pages</dcterms:extent>", "<dcterms:extent>1234 bytes</dcterms:extent>");
    }

    @Test
    void modsGivesTheRawObject() {
        assertThat(of("mods", "location", "{}", OPEN, LATER))
                .containsExactly(
                        "<location><url usage=\"primary\" access=\"object in context\">"
                                + "https://library.example.org/publications/42</url></location>",
                        "<location><url access=\"raw object\" displayLabel=\"Anexo &amp; más\">" + URL
                                + "a.pdf</url></location>");
        assertThat(of("mods", "physicalDescription", "{}", OPEN))
                .containsExactly("<physicalDescription><internetMediaType>application/pdf</internetMediaType>"
                        + "<extent unit=\"bytes\">1234</extent></physicalDescription>");
        assertThat(of("mods", "originInfo", "{'date': '2021'}", LATER))
                .contains("<originInfo eventType=\"distribution\"><dateValid encoding=\"w3cdtf\">2030-03-01</dateValid>"
                        + "</originInfo>");
    }

    @Test
    void marcGivesTheFileWithItsTypeAndSize() {
        String xml = Samples.render("marc21", Samples.item("{}", List.of(OPEN, LATER)));
        assertThat(xml)
                .contains("<subfield code=\"u\">" + URL
                        + "a.pdf</subfield><subfield code=\"q\">application/pdf</subfield>"
                        + "<subfield code=\"s\">1234 bytes</subfield><subfield code=\"y\">Anexo &amp; más</subfield>")
                .contains("<subfield code=\"g\">20300301</subfield>")
                .doesNotContain("b.pdf");
    }

    @Test
    void aRecordWithoutFilesIsWhatItWas() {
        for (String prefix : List.of("oai_dc", "qdc", "mods", "marc21")) {
            assertThat(Samples.render(prefix, Samples.item(Samples.FULL, List.of())))
                    .isEqualTo(Samples.render(prefix, Samples.item(Samples.FULL)));
        }
    }
}
