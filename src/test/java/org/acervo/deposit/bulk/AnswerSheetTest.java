package org.acervo.deposit.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.acervo.deposit.bulk.BulkHouse.PUBLISHER;
import static org.acervo.deposit.bulk.SheetsForTests.csv;
import static org.acervo.deposit.bulk.SheetsForTests.xlsx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipFile;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.deposit.bulk.BulkJob.Then;
import org.acervo.vocabulary.InterfaceLanguage;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads who opens the answer in a spreadsheet program. */
class AnswerSheetTest {

    @TempDir
    Path data;

    private final ExecutorService lanes = Executors.newSingleThreadExecutor();
    private BulkHouse house;

    @BeforeEach
    void build() {
        house = new BulkHouse(data, new InMemoryPublications(), lanes);
    }

    @AfterEach
    void endLanes() {
        lanes.shutdown();
    }

    private String answer(BulkJob job, InterfaceLanguage language) {
        return new String(house.answer(PUBLISHER, job, language), UTF_8);
    }

    @Test
    void aWrongCodeIsToldInTheWordsOfTheSheet() throws IOException {
        BulkJob job = house.run(
                PUBLISHER, Then.SUBMIT, false, csv("Acción;Título [es];Tipo;Acceso", "borrar;Uno;informa;abrido"));
        assertThat(answer(job, InterfaceLanguage.ES))
                .contains("«borrar»", "create (crear), update (actualizar), withdraw (retirar)")
                .contains("report (Informe)", "open (Abierto a todos)", "migration-data (Datos");
        assertThat(answer(job, InterfaceLanguage.FR))
                .contains("create (créer), update (mettre à jour), withdraw (retirer)");
        assertThat(answer(job, InterfaceLanguage.EN)).contains("create, update, withdraw");
    }

    @Test
    void aColumnThatIsNotKnownIsNamedInTheFirstRow() throws IOException {
        BulkJob job = house.run(PUBLISHER, Then.DRAFT, false, csv("Título;Fechaa", "Uno;2021", "Dos;2022"));
        List<String> lines = answer(job, InterfaceLanguage.ES)
                .lines()
                .filter(each -> each.contains("[Aviso] B1:"))
                .toList();
        assertThat(lines).singleElement().asString().contains("«Fechaa» no se conoce", "se conocen: Fecha,");
    }

    @Test
    void whatBlocksARowStandsBeforeWhatDoesNot() throws IOException {
        String header = "sourceId;title [es];description [es];type;theme;date;language;access;rights";
        String warned = ";Uno;Resumen;informe;migration-data;17/02/2021;es;metadata-only;";
        BulkJob job = house.run(csv(header, "mx-1" + warned + "?", "mx-2" + warned));
        String answer = answer(job, InterfaceLanguage.ES);
        assertThat(answer).containsSubsequence("Rechazada", "[Error] I2:", "[Aviso] F2:", "[Aviso] F3:");
        BulkJob draft = house.run(PUBLISHER, Then.DRAFT, false, csv("title", "Uno"));
        assertThat(answer(draft, InterfaceLanguage.PT))
                .contains("[Antes de publicar] 2 (Data)")
                .doesNotContain("[Erro]");
    }

    @Test
    void theAnswerOfAWorkbookHasTheListsOfTheTemplateInTheLanguageOfTheSheet() throws IOException {
        String[] title = {"Lista de 2021"};
        String[] header = {"Acción", "Título [es]", "Tipo", "Áreas temáticas", "ISBN"};
        BulkJob job = house.run(xlsx(title, header, new String[] {"", "Uno", "nada"}));
        Path answer = SheetsForTests.file(data, house.answer(PUBLISHER, job, InterfaceLanguage.FR));
        try (ReadableWorkbook book = new ReadableWorkbook(answer.toFile());
                ZipFile zip = new ZipFile(answer.toFile())) {
            assertThat(book.getSheets().map(each -> each.getName()))
                    .containsExactly("Publicaciones", "Ayuda", "Listas");
            assertThat(book.findSheet("Listas").orElseThrow().read().get(1).getCellText(0))
                    .isEqualTo("crear");
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
            assertThat(sheet.split("<dataValidation ", -1)).hasSize(4);
            assertThat(sheet).contains("sqref=\"A3:A2002\"", "sqref=\"C3:C2002\"", "sqref=\"D3:D2002\"");
        }
    }
}
