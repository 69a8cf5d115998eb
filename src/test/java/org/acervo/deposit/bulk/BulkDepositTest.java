package org.acervo.deposit.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.acervo.deposit.bulk.BulkHouse.OFFICER;
import static org.acervo.deposit.bulk.BulkHouse.PUBLISHER;
import static org.acervo.deposit.bulk.SheetsForTests.csv;
import static org.acervo.deposit.bulk.SheetsForTests.xlsx;
import static org.acervo.deposit.bulk.SheetsForTests.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.SourceKey;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.deposit.bulk.BulkJob.Then;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkDepositTest {

    private static final String HEADER = "sourceId;title [es];description [es];type;theme;date;language;access;rights";
    private static final String REST =
            ";Resumen;informe;migration-data;2021-02;es;metadata-only;https://creativecommons.org/licenses/by-nc-nd/3.0/igo/";

    @TempDir
    Path data;

    private final InMemoryPublications publications = new InMemoryPublications();
    private final ExecutorService lanes = Executors.newSingleThreadExecutor();
    private BulkHouse house;

    @BeforeEach
    void build() {
        house = new BulkHouse(data, publications, lanes);
    }

    @AfterEach
    void endLanes() {
        lanes.shutdown();
    }

    private Publication publication(String sourceId) {
        SourceKey key = new SourceKey("mexico", sourceId);
        return publications.findBySource(List.of(key)).get(key);
    }

    private long count() {
        return publications.counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void goodRowsArePublishedAndBadOnesSayWhereTheyAreWrong() {
        BulkJob job = house.run(csv(
                HEADER,
                "mx-1;Uno" + REST,
                "mx-2;Dos;Resumen;informe;nada;2021-02;es;metadata-only;",
                "mx-3;;Resumen;informe;migration-data;feb-21;es;metadata-only;",
                "mx-4;Cuatro" + REST));
        assertThat(job.state()).isEqualTo(BulkJob.State.DONE);
        assertThat(house.told(job))
                .containsExactly(
                        "2 created", "3 refused E3:unknown-code", "4 refused B4:required F4:changed-date", "5 created");
        assertThat(publication("mx-1").state()).isEqualTo(State.PUBLISHED);
        assertThat(publication("mx-2")).isNull();
        assertThat(job.total()).isEqualTo(4);
    }

    @Test
    void whoMayNotPublishSubmitsAndWhoWantsDraftsGetsThem() {
        house.run(OFFICER, Then.PUBLISH, false, csv(HEADER, "mx-1;Uno" + REST));
        house.run(OFFICER, Then.SUBMIT, false, csv(HEADER, "mx-2;Uno" + REST));
        BulkJob drafts = house.run(PUBLISHER, Then.DRAFT, false, csv("sourceId;title", "mx-3;Uno"));
        assertThat(publication("mx-1").state()).isEqualTo(State.SUBMITTED);
        assertThat(publication("mx-2").state()).isEqualTo(State.SUBMITTED);
        assertThat(publication("mx-3").state()).isEqualTo(State.DRAFT);
        assertThat(house.told(drafts).get(0)).startsWith("2 created").contains("2:required");
        house.run(PUBLISHER, Then.PUBLISH, false, csv(HEADER, "mx-1;Uno" + REST));
        assertThat(publication("mx-1").state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aDryRunSaysTheSameAndKeepsNothing() {
        house.run(csv(HEADER, "mx-0;Cero" + REST));
        byte[] sheet = csv(
                HEADER + ";action",
                "mx-1;Uno" + REST,
                "mx-1;Otra vez" + REST,
                "mx-0;Cero" + REST,
                "mx-0b;Dos;;;;;;;",
                "mx-9;Nueve" + REST + ";update");
        BulkJob tried = house.run(PUBLISHER, Then.PUBLISH, true, sheet);
        assertThat(count()).isEqualTo(1);
        assertThat(house.outcomes(tried)).noneMatch(each -> each.row() == 2 && each.publication() != null);
        BulkJob done = house.run(sheet);
        assertThat(house.told(tried)).isEqualTo(house.told(done)).startsWith("2 created", "3 refused A3:repeated-row");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aKnownRowIsUnchangedAndAnotherTextNeedsUpdate() {
        house.run(csv(HEADER, "mx-1;Uno" + REST));
        assertThat(house.told(house.run(csv(HEADER, "mx-1;Uno" + REST)))).containsExactly("2 unchanged");
        assertThat(house.told(house.run(csv(HEADER, "mx-1;Dos" + REST)))).containsExactly("2 refused A2:update-needed");
        assertThat(house.told(house.run(csv(HEADER + ";acción", "mx-1;Dos" + REST + ";actualizar"))))
                .containsExactly("2 updated");
        assertThat(publication("mx-1").metadata().value(Element.TITLE)).isEqualTo("Dos");
    }

    @Test
    void anUpdateLeavesWhatItsColumnsCannotSay() {
        house.run(csv(
                HEADER + ";title [en];creator;link [en]",
                "mx-1;Uno" + REST + ";One;Pérez, Ana;https://example.org/en"));
        Publication before = publication("mx-1");
        house.run(csv("id;title [en];action;creator", before.id() + ";Two;update;Pérez, Ana|OIM"));
        Publication after = publication("mx-1");
        assertThat(after.metadata().all(Element.TITLE))
                .containsExactly(Statement.of(Element.TITLE, "Uno", "es"), Statement.of(Element.TITLE, "Two", "en"));
        assertThat(after.metadata().values(Element.CREATOR)).containsExactly("Pérez, Ana", "OIM");
        assertThat(after.metadata().all(Element.LINK))
                .isEqualTo(before.metadata().all(Element.LINK));
        house.run(csv("id;title [es];link [en];action", before.id() + ";;-;update"));
        assertThat(publication("mx-1").metadata().has(Element.LINK)).isFalse();
        assertThat(publication("mx-1").metadata().values(Element.TITLE)).containsExactly("Uno", "Two");
    }

    @Test
    void rowsOfOtherMissionsAreRefusedUnlessDelegated() {
        BulkJob job = house.run(
                csv("mission;sourceId;title [es]", "Belice;bz-1;Uno", "Haití;ht-1;Uno", ";mx-1;Uno", "nowhere;x;Uno"));
        assertThat(house.told(job).get(0)).startsWith("2 refused").contains("A2:right-required");
        assertThat(house.told(job).get(3)).startsWith("5 refused").contains("A5:unknown-code");
        BulkJob drafts = house.run(PUBLISHER, Then.DRAFT, false, csv("mission;sourceId;title [es]", "Haití;ht-1;Uno"));
        assertThat(house.outcomes(drafts).get(0).result()).isEqualTo(Outcome.Result.CREATED);
        assertThat(house.told(house.run(csv("id;title", "1;Otro", "99;Otro", "x;Otro")))
                        .subList(1, 3))
                .containsExactly("3 refused 3:unknown-record", "4 refused 4:unknown-record");
    }

    @Test
    void allThatIsWrongWithARowIsSaidAtOnce() {
        String header = HEADER + ";mission;file";
        byte[] archive = zip(Map.of(
                "lote.csv",
                csv(
                        header,
                        "mx-1;;Resumen;informe;;2021-02;es;metadata-only;;;",
                        "mx-2;Dos;Resumen;informe;;feb-21;es;metadata-only;;Belice;",
                        "mx-3;Tres;Resumen;informe;;2021-02;es;metadata-only;;;falta.txt",
                        "mx-4;Cuatro;Resumen;informe;;2021-02;es;metadata-only;;;vacio.txt",
                        "mx-5;Cinco;Resumen;informe;;2021-02;es;metadata-only;;;datos.zip"),
                "vacio.txt",
                new byte[0],
                "datos.zip",
                zip(Map.of("a", new byte[] {1}))));
        for (Then then : List.of(Then.SUBMIT, Then.PUBLISH)) {
            assertThat(house.told(house.run(PUBLISHER, then, false, archive)))
                    .containsExactly(
                            "2 refused B2:required E2:required",
                            "3 refused E3:required F3:changed-date J3:right-required",
                            "4 refused E4:required K4:missing-file",
                            "5 refused E5:required K5:empty-file",
                            "6 refused E6:required K6:media-type-not-allowed");
        }
        assertThat(house.told(house.run(PUBLISHER, Then.DRAFT, false, archive)).get(0))
                .isEqualTo("2 refused B2:required");
    }

    @Test
    void aRepeatedRowIsToldNothingElse() {
        byte[] sheet = csv(HEADER, "mx-1;Uno" + REST, "mx-1;Dos;;;;;;;");
        for (boolean dryRun : new boolean[] {true, false}) {
            assertThat(house.told(house.run(PUBLISHER, Then.PUBLISH, dryRun, sheet)))
                    .containsExactly("2 created", "3 refused A3:repeated-row");
        }
    }

    @Test
    void ofARowThatIsHereNothingIsAskedAgain() {
        house.run(csv(HEADER, "mx-1;Uno" + REST));
        assertThat(house.told(house.run(csv("sourceId;title;file", "mx-1;;falta.txt"))))
                .containsExactly("2 refused C2:missing-file");
    }

    @Test
    void aRowCanWithdrawWithAReason() {
        house.run(csv(HEADER, "mx-1;Uno" + REST));
        assertThat(house.told(house.run(csv("sourceId;title;action;reason", "mx-1;;withdraw;", "mx-2;;withdraw;x"))))
                .containsExactly("2 refused 2:reason-required", "3 refused A3:unknown-record");
        assertThat(house.told(house.run(csv("sourceId;title;action;reason", "mx-1;;retirar;duplicada"))))
                .containsExactly("2 withdrawn");
        assertThat(publication("mx-1").withdrawal().reason()).isEqualTo("duplicada");
        assertThat(house.told(house.run(csv("sourceId;title;action;reason", "mx-1;;retirar;duplicada"))))
                .containsExactly("2 unchanged");
    }

    @Test
    void filesComeFromTheArchiveWhateverTheirNamesLookLike() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "lote/hoja.csv",
                csv(
                        HEADER + ";archivos",
                        "mx-1;Uno" + REST + ";INFORME.txt",
                        "mx-2;Dos" + REST + ";\"datos/a.txt|Situación.txt\"",
                        "mx-3;Tres" + REST + ";falta.txt",
                        "mx-4;Cuatro" + REST + ";vacio.txt"));
        entries.put("lote/informe.txt", "Informe".getBytes(UTF_8));
        entries.put("lote/datos/a.txt", "A".getBytes(UTF_8));
        entries.put("lote/Situacio\u0301n.txt", "S".getBytes(UTF_8));
        entries.put("lote/vacio.txt", new byte[0]);
        entries.put("lote/sobra.txt", "?".getBytes(UTF_8));
        entries.put("__MACOSX/lote/._informe.txt", "?".getBytes(UTF_8));
        BulkJob job = house.run(zip(entries));
        assertThat(house.told(job))
                .containsExactly("2 created", "3 created", "4 refused J4:missing-file", "5 refused J5:empty-file");
        assertThat(job.findings())
                .containsExactly(SheetFinding.ofSheet(Finding.of(Rule.UNUSED_FILE, "", "lote/sobra.txt")));
        assertThat(house.library().attachments().of(publication("mx-2").id()))
                .extracting(each -> each.name())
                .containsExactly("a.txt", "Situación.txt");
        assertThat(publication("mx-4")).isNull();
        assertThat(house.told(house.run(zip(entries))).subList(0, 2)).containsExactly("2 unchanged", "3 unchanged");
    }

    @Test
    void theAnswerIsTheSheetWithThreeColumnsMore() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        byte[] sent = csv(windows, "Lista 2021;;", HEADER, ";;", "mx-1;Uñó" + REST, "mx-2;Dos;R;x;;2021;es;;");
        BulkJob job = house.run(sent);
        List<String> lines = new String(house.answer(PUBLISHER, job, InterfaceLanguage.ES), windows)
                .lines()
                .toList();
        assertThat(lines.get(0)).isEqualTo("Lista 2021");
        assertThat(lines.get(1)).isEqualTo(HEADER + ";Estado;Id de Acervo;Observaciones");
        assertThat(lines.get(3))
                .isEqualTo("mx-1;Uñó" + REST + ";Creada (publicada);"
                        + publication("mx-1").id() + ";");
        assertThat(lines.get(4))
                .startsWith("mx-2;Dos;R;x;;2021;es;;;Rechazada;;")
                .contains("D5: «x» no es un código");
        assertThat(new String(house.answer(PUBLISHER, job, InterfaceLanguage.PT), windows))
                .contains("Recusada");
    }

    @Test
    void theAnswerOfAWorkbookIsAWorkbookThatCanBeSentAgain() throws IOException {
        String[] header = HEADER.split(";");
        String[] good = ("mx-1;Uno" + REST).split(";");
        String[] bad = good.clone();
        bad[0] = "";
        bad[4] = "x";
        String[] keyless = good.clone();
        keyless[0] = "";
        BulkJob job = house.run(xlsx(header, good, bad, keyless));
        assertThat(house.told(job)).containsExactly("2 created", "3 refused E3:unknown-code", "4 created");
        byte[] answer = house.answer(PUBLISHER, job, InterfaceLanguage.FR);
        BulkJob again = house.run(answer);
        assertThat(house.told(again)).containsExactly("2 unchanged", "3 refused E3:unknown-code", "4 unchanged");
        assertThat(count()).isEqualTo(2);
        assertThat(SheetsForTests.texts(
                                SheetsForTests.sheet(data, house.answer(PUBLISHER, again, InterfaceLanguage.FR)))
                        .get(1))
                .contains("Inchangée (publiée)");
    }

    @Test
    void whatStandsBesideTheTableIsNamedAndNotWrittenOver() throws IOException {
        BulkJob job = house.run(csv("title;type;access", "A;report;open;extra;more", "B;report;open"));
        assertThat(house.outcomes(job).get(0).findings())
                .filteredOn(SheetFinding::isError)
                .extracting(SheetFinding::cell)
                .contains("D2", "E2");
        List<String> lines = new String(house.answer(PUBLISHER, job, InterfaceLanguage.EN), UTF_8)
                .lines()
                .toList();
        assertThat(lines.get(0)).startsWith("title;type;access;;;Status;Acervo ID;Findings");
        assertThat(lines.get(1)).startsWith("A;report;open;extra;more;Refused;;\"[Error] D2: “extra” stands");
    }

    @Test
    void whatIsMissingSaysWhatItWouldBeCalled() throws IOException {
        BulkJob job = house.run(csv("title;type", "A;report"));
        assertThat(new String(house.answer(PUBLISHER, job, InterfaceLanguage.ES), UTF_8))
                .contains("2 (Fecha): Este dato es obligatorio");
        assertThat(new String(house.answer(PUBLISHER, job, InterfaceLanguage.FR), UTF_8))
                .contains("2 (Date): ");
    }

    @Test
    void whatIsMendedInTheAnswerStaysAsItIsTyped() throws IOException {
        BulkJob job = house.run(xlsx(HEADER.split(";"), ("mx-1;Uno" + REST).split(";")));
        Path answer = SheetsForTests.file(data, house.answer(PUBLISHER, job, InterfaceLanguage.FR));
        try (ZipFile zip = new ZipFile(answer.toFile())) {
            String styles = new String(
                    zip.getInputStream(zip.getEntry("xl/styles.xml")).readAllBytes(), StandardCharsets.UTF_8);
            String sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(styles).contains("formatCode=\"@\"");
            assertThat(sheet).contains("<col ").doesNotContainPattern("<c r=\"[A-Z]+[0-9]+\" t=");
        }
    }

    @Test
    void aJobGivesItsPlaceUpAndGoesOnLater() {
        StringBuilder sheet = new StringBuilder("sourceId,title\n");
        for (int i = 0; i < 120; i++) {
            sheet.append("k-").append(i).append(",T ").append(i).append('\n');
        }
        BulkJob job = accept(
                new BulkJob.Wish(Then.DRAFT, false, InterfaceLanguage.EN),
                sheet.toString().getBytes(StandardCharsets.UTF_8));
        house.runner().run(job, () -> true);
        assertThat(house.jobs().find(job.id()).orElseThrow().state()).isEqualTo(BulkJob.State.RUNNING);
        assertThat(house.outcomes(job)).hasSizeBetween(1, 119);
        house.runner().run(job, () -> false);
        assertThat(house.jobs().find(job.id()).orElseThrow().state()).isEqualTo(BulkJob.State.DONE);
        assertThat(house.outcomes(job)).hasSize(120).allMatch(each -> each.result() == Outcome.Result.CREATED);
    }

    @Test
    void aRetryWithTheSameKeyIsTheSameJob() {
        BulkJob.Wish wish = new BulkJob.Wish(Then.DRAFT, false, InterfaceLanguage.EN);
        byte[] sheet = csv("title", "T");
        BulkJob first = accept(wish, sheet);
        assertThat(accept(wish, sheet).id()).isEqualTo(first.id());
        assertThatThrownBy(() -> accept(wish, csv("title", "U")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().get(0).rule()).isEqualTo(Rule.IDEMPOTENCY_KEY_REUSED));
        assertThat(folders()).containsExactly(first.id());
    }

    private BulkJob accept(BulkJob.Wish wish, byte[] sheet) {
        return house.deposits()
                .accept(PUBLISHER, wish, "k", new ByteArrayInputStream(sheet))
                .job();
    }

    private List<String> folders() {
        try (Stream<Path> all = Files.list(data.resolve("bulk"))) {
            return all.map(each -> each.getFileName().toString()).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aCancelledJobStops() {
        BulkJob job = house.accept(PUBLISHER, Then.DRAFT, false, csv("title", "A", "B"));
        house.deposits().cancel(PUBLISHER, job.id());
        house.runner().run(job, () -> false);
        assertThat(count()).isZero();
        assertThat(house.jobs().find(job.id()).orElseThrow().state()).isEqualTo(BulkJob.State.CANCELLED);
        assertThatThrownBy(() -> house.deposits().cancel(PUBLISHER, job.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> house.deposits().find(OFFICER, job.id())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> house.deposits().find(PUBLISHER, "../../etc")).isInstanceOf(Refused.class);
    }

    @Test
    void aFileNameThatIsMisspeltRefusesItsRowAndNotTheJob() {
        byte[] archive = zip(Map.of(
                "lote.csv", csv("sourceId;title [es];file", "mx-1;Uno;infrome.txt", "mx-2;Dos;informe.txt"),
                "informe.txt", "Hola".getBytes(UTF_8)));
        BulkJob job = house.run(PUBLISHER, Then.DRAFT, false, archive);
        assertThat(job.state()).isEqualTo(BulkJob.State.DONE);
        assertThat(house.told(job).get(0)).isEqualTo("2 refused C2:missing-file");
        assertThat(publication("mx-2")).isNotNull();
    }

    @Test
    void aRecordOfAnotherMissionIsNotChangedWhereverItsRevisionMovesIt() {
        house.run(csv(HEADER, "mx-1;Uno" + REST));
        Publication there = publication("mx-1");
        house.library()
                .publishing()
                .save(
                        new Actor("token:mx2", null, false),
                        there.id(),
                        there.version(),
                        there.metadata().with(Element.MISSION, List.of(Statement.of(Element.MISSION, "haiti"))));
        Caller haiti = new Caller("token:ht", "haiti", PUBLISHER.rights(), Set.of());
        BulkJob job = house.run(
                haiti,
                Then.PUBLISH,
                false,
                csv("id;sourceId;title [es];action", there.id() + ";;Mío;update", ";mx-1;Mío;update"));
        assertThat(house.told(job)).containsExactly("2 refused B2:unknown-record", "3 refused B3:unknown-record");
    }

    @Test
    void aTokenThatHasEndedPublishesNothingMore() {
        BulkJob job = house.accept(PUBLISHER, Then.PUBLISH, false, csv(HEADER, "mx-1;Uno" + REST));
        house.end(PUBLISHER);
        house.runner().run(job, () -> false);
        BulkJob ended = house.jobs().find(job.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(BulkJob.State.FAILED);
        assertThat(ended.findings()).extracting(each -> each.finding().rule()).contains(Rule.TOKEN_ENDED);
        assertThat(count()).isZero();
    }

    @Test
    void whatIsErasedIsLeftInNoSheetThatWasTriedBefore() {
        byte[] sheet = csv(HEADER, "mx-1;Uno" + REST);
        BulkJob tried = house.run(PUBLISHER, Then.PUBLISH, true, sheet);
        BulkJob done = house.run(sheet);
        Caller other = new Caller("token:pe", "peru", PUBLISHER.rights(), Set.of());
        BulkJob peruvian = house.run(other, Then.DRAFT, true, csv("title", "A"));
        assertThat(house.remains().isWiped(publication("mx-1").id())).isTrue();
        assertThat(folders()).containsExactly(peruvian.id()).doesNotContain(tried.id(), done.id());
        assertThat(house.jobs().find(tried.id())).isEmpty();
        BulkJob waiting = house.accept(PUBLISHER, Then.PUBLISH, true, sheet);
        assertThat(house.remains().isWiped(publication("mx-1").id())).isFalse();
        house.runner().run(waiting, () -> false);
        assertThat(house.remains().isWiped(publication("mx-1").id())).isTrue();
    }

    @Test
    void onlyWhoMayDepositIsListenedTo() {
        Caller reader = new Caller("token:r", "mexico", Set.of(Right.READ), Set.of());
        assertThatThrownBy(() -> house.accept(reader, Then.DRAFT, false, csv("title", "A")))
                .isInstanceOf(Refused.class);
    }
}
