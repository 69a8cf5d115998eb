package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.Item;
import org.junit.jupiter.api.Test;

class MetsFormatTest {

    private static final Item.File OPEN = Samples.file("a.pdf", true);
    private static final Item.File CLOSED = Samples.file("b.pdf", false);

    @Test
    void itHoldsTheRecordInMods() {
        Item item = Samples.full();
        assertThat(Samples.render("mets", item)).contains("<xmlData>" + Samples.render("mods", item) + "</xmlData>");
    }

    @Test
    void theOpenFilesAreThereWithWhatTheyAreAndTheirOrder() {
        String xml = Samples.render(
                "mets", Samples.item("{'link': [{'url': 'https://example.org/t'}]}", List.of(OPEN, CLOSED, OPEN)));
        assertThat(Samples.elements(xml, "file"))
                .hasSize(3)
                .first()
                .isEqualTo(
                        "<file ID=\"p42-file-1\" MIMETYPE=\"application/pdf\" SIZE=\"1234\" CHECKSUM=\"" + OPEN.sha256()
                                + "\" CHECKSUMTYPE=\"SHA-256\"><FLocat LOCTYPE=\"URL\" xlink:type=\"simple\" xlink:href=\""
                                + OPEN.url() + "\"/></file>");
        assertThat(xml)
                .contains("<div ORDER=\"2\" LABEL=\"Anexo &amp; más\"><fptr FILEID=\"p42-file-2\"/></div>")
                .contains("<div ORDER=\"3\"><fptr FILEID=\"p42-link-1\"/></div>")
                .doesNotContain("b.pdf");
    }

    @Test
    void withoutFilesThereIsNoSectionOfThem() {
        assertThat(Samples.render("mets", Samples.item("{}")))
                .doesNotContain("fileSec")
                .contains("<div TYPE=\"publication\" DMDID=\"p42-dmd\"/>");
    }
}
