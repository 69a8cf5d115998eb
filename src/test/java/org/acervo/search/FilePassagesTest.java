package org.acervo.search;

import static org.acervo.search.SearchHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Extraction;
import org.acervo.files.HeldFile;
import org.acervo.files.Proposal;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePassagesTest {

    @TempDir
    private Path folder;

    private SearchHouse house;
    private Publication publication;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder.resolve("index"));
        publication = house.publish(text("Nothing", "en"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_passage_is_found_however_deep_in_the_file_it_stands() throws IOException {
        file("informe.pdf", "es", Standing.KEPT, "Nada aquí. ".repeat(15_000) + "El número de migrantes creció. Fin.");
        List<FilePassage> found = passages("migrante").get(publication.id());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).file()).isEqualTo("informe.pdf");
        assertThat(Run.plain(found.get(0).passage())).contains("El número de migrantes creció.");
        assertThat(found.get(0).passage())
                .filteredOn(Run::marked)
                .extracting(Run::text)
                .containsExactly("migrantes");
    }

    @Test
    void each_file_gives_one_passage_and_those_that_leave_none() throws IOException {
        file("a.pdf", "en", Standing.KEPT, "Remittances first. Remittances again.");
        file("b.pdf", "en", Standing.LEAVING, "Remittances that nobody shall read.");
        file("c.pdf", null, Standing.PROPOSED, "Of remittances.");
        file("d.pdf", "en", Standing.KEPT, "Something else");
        assertThat(passages("remittances").get(publication.id()))
                .extracting(FilePassage::file)
                .containsExactly("a.pdf", "c.pdf");
    }

    @Test
    void there_is_none_without_words_and_for_who_does_not_work_on_it() throws IOException {
        file("a.pdf", "en", Standing.KEPT, "Remittances");
        assertThat(passages("")).isEmpty();
        assertThat(passages("tapachula")).isEmpty();
        Search open = Search.all(InterfaceLanguage.EN, Viewer.PUBLIC).withText("remittances");
        assertThat(house.searching.passages(List.of(publication.id()), open, 5)).isEmpty();
    }

    private Map<PublicationId, List<FilePassage>> passages(String words) {
        return house.searching.passages(List.of(publication.id()), house.search(words), 5);
    }

    private void file(String name, String lang, Standing standing, String text) throws IOException {
        String sha256 = name.substring(0, 1).repeat(64);
        house.files.put(HeldFile.staged(
                new PublicationFile(
                        publication.id(),
                        name,
                        "application/pdf",
                        9,
                        sha256,
                        lang,
                        null,
                        name.charAt(0) - 'a' + 1,
                        null,
                        standing,
                        SearchHouse.AT),
                "ana"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        house.extractions.keep(new Extraction(sha256, Extraction.Status.SEARCHED, bytes.toByteArray(), Proposal.NONE));
    }
}
