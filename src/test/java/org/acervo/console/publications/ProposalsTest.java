package org.acervo.console.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;
import org.acervo.files.Proposal;
import org.junit.jupiter.api.Test;

class ProposalsTest {

    private static final Proposal PROPOSAL = new Proposal("Informe sobre remesas", "2021-02", "es", 12);
    private static final List<String> NAMES = List.of("Informe_remesas-2021.pdf");

    @Test
    void a_draft_that_has_only_the_name_of_its_file_gets_everything() {
        DublinCore draft = new DublinCore(List.of(Statement.of(Element.TITLE, FileTitle.of(NAMES.get(0)))));
        Proposals proposals = Proposals.of(draft, PROPOSAL, NAMES, "12 páginas");
        assertThat(proposals.text().all(Element.TITLE))
                .containsExactly(Statement.of(Element.TITLE, "Informe sobre remesas", "es"));
        assertThat(proposals.text().values(Element.LANGUAGE)).containsExactly("es");
        assertThat(proposals.text().values(Element.DATE)).containsExactly("2021-02");
        assertThat(proposals.text().values(Element.EXTENT)).containsExactly("12 páginas");
        assertThat(proposals.proposed())
                .containsExactlyInAnyOrder(Element.TITLE, Element.LANGUAGE, Element.DATE, Element.EXTENT);
    }

    @Test
    void nothing_that_somebody_has_typed_is_replaced() {
        DublinCore draft = new DublinCore(
                List.of(Statement.of(Element.TITLE, "My own title"), Statement.of(Element.DATE, "2020")));
        Proposals proposals = Proposals.of(draft, PROPOSAL, NAMES, null);
        assertThat(proposals.text().value(Element.TITLE)).isEqualTo("My own title");
        assertThat(proposals.text().value(Element.DATE)).isEqualTo("2020");
        assertThat(proposals.proposed()).containsExactly(Element.LANGUAGE);
    }

    @Test
    void a_name_becomes_a_title_that_can_be_read() {
        assertThat(FileTitle.of("Informe_remesas-2021.pdf")).isEqualTo("Informe remesas-2021");
        assertThat(FileTitle.of("libro-blanco  final.v2.docx")).isEqualTo("libro blanco final.v2");
        assertThat(FileTitle.of(".pdf")).isEqualTo(".pdf");
        assertThat(FileTitle.of(" ")).isEqualTo("?");
        assertThat(FileTitle.of("ñ".repeat(400) + ".pdf")).hasSize(300);
    }
}
