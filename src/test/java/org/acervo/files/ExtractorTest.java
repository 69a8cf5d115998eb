package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.catalog.Tick;
import org.acervo.files.Extraction.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what waits, whatever it is. */
class ExtractorTest {

    private static final Instant AT = Instant.parse("2030-01-01T10:00:00Z");
    private static final Repository LIBRARY = new Repository(
            "https://library.example.org", "library.example.org", "Library", "a@example.org", "CC0", List.of());
    private static final PublicationId ONE = new PublicationId(1);
    private static final PublicationId TWO = new PublicationId(2);

    @TempDir
    Path folder;

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(AT);
    private InMemoryFiles files;
    private InMemoryExtractions extractions;
    private Staging staging;
    private OcflStore store;

    @BeforeEach
    void start() {
        Clock clock = Clock.fixed(AT, ZoneOffset.UTC);
        files = new InMemoryFiles(publications, clock);
        extractions = new InMemoryExtractions(publications, files);
        staging = new Staging(
                folder.resolve("staging"), new MediaTypes("*/* text/* application/* image/*"), 1 << 30, clock);
        store = new OcflStore(folder.resolve("ocfl"), folder.resolve("ocfl-work"), LIBRARY);
        for (PublicationId id : List.of(ONE, TWO)) {
            create(id);
        }
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private void create(PublicationId id) {
        DublinCore text = new DublinCore(List.of(Statement.of(Element.TITLE, "T")));
        Publication draft = new Publication(id, 1, State.DRAFT, text, null, null, null, AT, AT, null);
        Event event = new Event(id, 1, Action.CREATED, AT, "officer", null, null, Map.of(), null);
        publications.run(() -> {
            publications.save(List.of(new Publications.Change(draft, event, List.of())), () -> disseminations.tick(1));
            return null;
        });
    }

    private String put(PublicationId id, Path content, String type) throws IOException {
        try (InputStream in = Files.newInputStream(content);
                Staged staged = staging.receive(Incoming.named("file.bin"), in)) {
            PublicationFile file = new PublicationFile(
                    id, staged.sha256(), type, staged.size(), staged.sha256(), null, null, 1, null, Standing.KEPT, AT);
            publications.run(() -> {
                files.put(HeldFile.staged(file, "officer"));
                return null;
            });
            return staged.sha256();
        }
    }

    private Extractor extractor(String memory, int seconds, long largest) {
        return extractor(memory, seconds, largest, AT);
    }

    private Extractor extractor(String memory, int seconds, long largest, Instant now) {
        return new Extractor(
                files,
                extractions,
                new Contents(files, staging, store),
                new Extractor.Catalogue(publications, disseminations, publications, Clock.fixed(now, ZoneOffset.UTC)),
                new TextParserProcess(folder.resolve("scratch"), Duration.ofSeconds(seconds), memory),
                largest);
    }

    private Status status(String sha256) {
        return extractions.find(sha256).orElseThrow().status();
    }

    @Test
    void everyPublicationWithAContentGetsANewNumberWithItsText() throws IOException {
        Path text = Files.writeString(folder.resolve("a"), "Primer conteo");
        String sha256 = put(ONE, text, "text/plain");
        put(TWO, text, "text/plain");
        long before = tick().first();
        extractor("128m", 30, 1_000).run(() -> false);
        assertThat(extractions.of(TWO).get(0).text()).isEqualTo("Primer conteo");
        assertThat(status(sha256)).isEqualTo(Status.SEARCHED);
        assertThat(publications.touched(ONE)).isGreaterThan(before);
        assertThat(publications.touched(TWO)).isGreaterThan(before).isNotEqualTo(publications.touched(ONE));
        assertThat(publications.find(ONE).orElseThrow().version()).isEqualTo(1);
    }

    private Tick tick() {
        return publications.run(() -> disseminations.tick(1));
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() throws IOException {
        String image = put(ONE, Files.writeString(folder.resolve("a"), "not looked at"), "image/png");
        String large = put(ONE, Files.writeString(folder.resolve("b"), "x".repeat(1_001)), "text/plain");
        String lost = put(ONE, Files.writeString(folder.resolve("c"), "lost"), "text/plain");
        staging.remove(lost);
        extractor("128m", 30, 1_000).run(() -> false);
        assertThat(status(image)).isEqualTo(Status.UNSUPPORTED);
        assertThat(status(large)).isEqualTo(Status.TOO_LARGE);
        assertThat(status(lost)).isEqualTo(Status.FAILED);
        assertThat(publications.touched(ONE)).isPositive();
    }

    @Test
    void whatKillsIsReadTwiceAndStopsNoOther() throws IOException {
        String greedy =
                put(ONE, Files.writeString(folder.resolve("a"), "<p>a<b>b</b></p>".repeat(2_000_000)), "text/html");
        String good = put(TWO, Files.writeString(folder.resolve("b"), "good"), "text/plain");
        extractor("32m", 50, 1 << 30).run(() -> false);
        assertThat(status(good)).isEqualTo(Status.SEARCHED);
        assertThat(status(greedy)).isEqualTo(Status.WAITING);
        extractor("32m", 50, 1 << 30).run(() -> false);
        assertThat(status(greedy)).as("not at once").isEqualTo(Status.WAITING);
        extractor("32m", 50, 1 << 30, AT.plusSeconds(200)).run(() -> false);
        assertThat(status(greedy)).isEqualTo(Status.FAILED);
    }

    @Test
    void aServerThatDiedTwiceWithADocumentDoesNotReadItAgain() throws IOException {
        String sha256 = put(ONE, Files.writeString(folder.resolve("a"), "a b"), "text/plain");
        for (int i = 0; i < 2; i++) {
            Instant now = AT.plusSeconds(200L * i);
            publications.run(() -> extractions.claim(now, now.plusSeconds(180)));
        }
        extractor("128m", 30, 1_000, AT.plusSeconds(1_000)).run(() -> false);
        assertThat(status(sha256)).isEqualTo(Status.FAILED);
    }

    @Test
    void whatIsStoppedWasNotBegun() throws IOException {
        String sha256 = put(ONE, Files.writeString(folder.resolve("a"), "a b"), "text/plain");
        Extractor stopped = extractor("128m", 30, 1_000);
        stopped.stop();
        stopped.run(() -> false);
        assertThat(publications.run(() -> extractions.claim(AT, AT.plusSeconds(1))))
                .contains(new Extractions.Claim(sha256, 1));
    }

    @Test
    void whatIsLeftWhenOthersGoFirstIsForTheNextRun() throws IOException {
        String first = put(ONE, Files.writeString(folder.resolve("a"), "a b"), "text/plain");
        String second = put(TWO, Files.writeString(folder.resolve("b"), "c d"), "text/plain");
        AtomicInteger asked = new AtomicInteger();
        extractor("128m", 30, 1_000).run(() -> asked.getAndIncrement() == 1);
        assertThat(List.of(status(first), status(second))).containsExactlyInAnyOrder(Status.SEARCHED, Status.WAITING);
        extractor("128m", 30, 1_000).run(() -> false);
        assertThat(List.of(status(first), status(second))).containsOnly(Status.SEARCHED);
    }
}
