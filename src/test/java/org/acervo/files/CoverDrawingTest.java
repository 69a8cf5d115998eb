package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.InMemoryDisseminations;
import org.acervo.catalog.InMemoryMemory;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Memory;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Repository;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Draws real documents, in the process that does it. */
class CoverDrawingTest {

    private static final Instant AT = Instant.parse("2030-01-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final String PDF = "application/pdf";

    @TempDir
    Path folder;

    private final InMemoryPublications publications = new InMemoryPublications();
    private final InMemoryDisseminations disseminations = new InMemoryDisseminations(AT);
    private final InMemoryFiles files = new InMemoryFiles(publications, CLOCK);
    private final InMemoryCovers covers = new InMemoryCovers();
    private Staging staging;
    private OcflStore store;

    @BeforeEach
    void start() {
        staging = new Staging(
                folder.resolve("staging"), new MediaTypes("*/* text/* application/* image/*"), 1 << 30, CLOCK);
        store = new OcflStore(
                folder.resolve("ocfl"),
                folder.resolve("ocfl-work"),
                new Repository("https://a.example", "a.example", "Library", "a@a.example", "CC0", List.of()));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void theFirstPageOfWhatIsOpenIsDrawnAndWhatIsBrokenIsLeft() throws IOException {
        PublicationId open = publication(State.PUBLISHED);
        PublicationId closed = publication(State.PUBLISHED);
        PublicationId draft = publication(State.DRAFT);
        PublicationId broken = publication(State.PUBLISHED);
        put(open, Documents.pdf(folder.resolve("a"), "T", "One"), PDF, null);
        put(closed, Documents.pdf(folder.resolve("b"), "T", "Two"), PDF, LocalDate.of(2031, 1, 1));
        put(draft, Documents.pdf(folder.resolve("c"), "T", "Three"), PDF, null);
        put(broken, Documents.brokenPdf(folder.resolve("d")), PDF, null);
        CoverDrawing drawing = drawing();
        drawing.run(() -> false);
        Cover cover = covers.find(open).orElseThrow();
        assertThat(cover.large().width()).isEqualTo(640);
        assertThat(ImageIO.read(new ByteArrayInputStream(cover.small().bytes())).getWidth())
                .isEqualTo(cover.small().width())
                .isEqualTo(168);
        assertThat(covers.find(closed)).isEmpty();
        assertThat(covers.find(draft)).isEmpty();
        assertThat(covers.find(broken))
                .hasValueSatisfying(each -> assertThat(each.exists()).isFalse());
        Publication shown = publications.find(open).orElseThrow();
        assertThat(drawing.isShown(shown, cover, files.of(open))).isTrue();
        assertThat(drawing.isShown(shown, cover, List.of()))
                .as("the file has gone")
                .isFalse();
    }

    @Test
    void whatIsLeftWhenOthersGoFirstIsForTheNextRun() throws IOException {
        List<PublicationId> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(publication(State.PUBLISHED));
            put(all.get(i), Documents.brokenPdf(folder.resolve("broken-" + i)), PDF, null);
        }
        CoverDrawing drawing = drawing();
        drawing.run(() -> true);
        assertThat(covers.ofAll(all)).isEmpty();
        AtomicInteger asked = new AtomicInteger();
        drawing.run(() -> asked.getAndIncrement() == 2);
        assertThat(covers.ofAll(all)).hasSize(10);
        drawing.run(() -> false);
        assertThat(covers.ofAll(all)).hasSize(12);
    }

    @Test
    void peopleChooseAnotherPicture() throws IOException {
        PublicationId id = publication(State.PUBLISHED);
        Path png = folder.resolve("p.png");
        ImageIO.write(new BufferedImage(3_000, 1_000, BufferedImage.TYPE_INT_ARGB), "png", png.toFile());
        put(id, png, "image/png", null);
        Cover chosen = drawing().choose(id, "file.bin", Labels.same("A map"), "© Ana");
        assertThat(chosen.large().width()).isEqualTo(640);
        assertThat(covers.find(id))
                .hasValueSatisfying(each -> assertThat(each.isChosen()).isTrue());
        PublicationId other = publication(State.PUBLISHED);
        put(other, png, "image/png", null, Standing.PROPOSED);
        assertThatThrownBy(() -> drawing().choose(other, "file.bin", Labels.same("A map"), ""))
                .as("nobody has published it yet")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drawing().choose(id, "none.png", Labels.same(""), ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> drawing().choose(id, "file.bin", Labels.same(""), "x".repeat(501)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void peopleBringAPictureThatIsNoFile() throws IOException {
        PublicationId id = publication(State.PUBLISHED);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3_000, 1_000, BufferedImage.TYPE_INT_ARGB), "png", png);
        Labels alt = new Labels("", "Un mapa", "", "");
        Cover taken = drawing().take(id, new ByteArrayInputStream(png.toByteArray()), alt, "© Ana");
        assertThat(taken.large().width()).isEqualTo(640);
        assertThat(covers.find(id)).hasValueSatisfying(each -> {
            assertThat(each.isChosen()).isTrue();
            assertThat(each.alt()).isEqualTo(alt);
        });
        Publication shown = publications.find(id).orElseThrow();
        assertThat(drawing().isShown(shown, taken, List.of())).isTrue();

        for (byte[] none : List.of(new byte[0], "<svg/>".getBytes(StandardCharsets.UTF_8), cut(png.toByteArray()))) {
            assertThatThrownBy(() -> drawing().take(id, new ByteArrayInputStream(none), alt, ""))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> drawing().take(id, new ByteArrayInputStream(png.toByteArray()), Labels.same(" "), ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        drawing().take(id, new ByteArrayInputStream(new byte[OfferedPicture.LARGEST + 1]), alt, ""))
                .isInstanceOf(Refused.class);
        assertThat(covers.find(id)).as("the one there was").hasValue(taken);
    }

    private static byte[] cut(byte[] picture) {
        return Arrays.copyOf(picture, 60);
    }

    @Test
    void aDocumentThatWasBeingDrawnAtTheStopIsDrawnAfterIt() throws Exception {
        PublicationId id = publication(State.PUBLISHED);
        put(id, Documents.pdf(folder.resolve("a"), "T", "One"), PDF, null);
        CoverDrawing drawing = drawing();
        Thread running = begun(drawing);
        drawing.stop();
        running.join();
        assertThat(covers.find(id)).isEmpty();
        drawing().run(() -> false);
        assertThat(covers.find(id))
                .hasValueSatisfying(each -> assertThat(each.exists()).isTrue());
    }

    @Test
    void whatIsWithdrawnWhileItIsDrawnIsNotKept() throws Exception {
        PublicationId id = publication(State.PUBLISHED);
        put(id, Documents.pdf(folder.resolve("a"), "T", "One"), PDF, null);
        Thread running = begun(drawing());
        Publication published = publications.find(id).orElseThrow();
        save(published.become(State.WITHDRAWN, published.metadata(), Publication.Withdrawal.erased(AT), AT));
        running.join();
        assertThat(covers.find(id)).isEmpty();
    }

    /** A run that has started the process for its first document, which it will not have drawn for a while. */
    private Thread begun(CoverDrawing drawing) throws InterruptedException {
        Thread running = new Thread(() -> drawing.run(() -> false));
        running.start();
        while (!Files.exists(folder.resolve("scratch"))) {
            Thread.sleep(1);
        }
        return running;
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void whoChoosesAPictureDoesNotWaitForTheWholeLibrary() throws Exception {
        CountDownLatch chosen = new CountDownLatch(1);
        CountDownLatch underWay = new CountDownLatch(1);
        CoverDrawing drawing = drawing(new Held(new InMemoryMemory(), underWay, chosen));
        PublicationId id = publication(State.DRAFT);
        put(id, Documents.pdf(folder.resolve("a"), "T", "One"), PDF, null);
        Thread running = new Thread(() -> drawing.run(() -> false));
        running.start();
        underWay.await();
        drawing.choose(id, "file.bin", Labels.same("A map"), "");
        chosen.countDown();
        running.join();
        assertThat(covers.find(id)).isPresent();
    }

    /** Has whoever recalls something wait. */
    private record Held(Memory memory, CountDownLatch asked, CountDownLatch released) implements Memory {
        @Override
        public Optional<String> recall(String name) {
            asked.countDown();
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return memory.recall(name);
        }

        @Override
        public String keepFirst(String name, String value) {
            return memory.keepFirst(name, value);
        }

        @Override
        public void keep(String name, String value) {
            memory.keep(name, value);
        }
    }

    private CoverDrawing drawing() {
        return drawing(new InMemoryMemory());
    }

    private CoverDrawing drawing(Memory memory) {
        return new CoverDrawing(
                new CoverDrawing.House(
                        publications, files, new Contents(files, staging, store), memory, publications, CLOCK),
                covers,
                new TextParserProcess(folder.resolve("scratch"), Duration.ofSeconds(60), "256m"),
                1 << 30);
    }

    private PublicationId publication(State state) {
        PublicationId id = publications.reserve(1).get(0);
        DublinCore text = new DublinCore(List.of(Statement.of(Element.TITLE, "T")));
        Publication draft = new Publication(id, 1, State.DRAFT, text, null, null, null, AT, AT, null);
        save(draft);
        if (state != State.DRAFT) {
            save(draft.become(state, text, null, AT));
        }
        return id;
    }

    private void save(Publication publication) {
        Event event =
                new Event(publication.id(), publication.version(), Action.SAVED, AT, "ana", null, null, Map.of(), null);
        publications.run(() -> {
            publications.save(
                    List.of(new Publications.Change(publication, event, List.of())), () -> disseminations.tick(1));
            return null;
        });
    }

    private void put(PublicationId id, Path content, String type, @Nullable LocalDate embargo) throws IOException {
        put(id, content, type, embargo, Standing.KEPT);
    }

    private void put(PublicationId id, Path content, String type, @Nullable LocalDate embargo, Standing standing)
            throws IOException {
        try (InputStream in = Files.newInputStream(content);
                Staged staged = staging.receive(Incoming.named("file.bin"), in)) {
            PublicationFile file = new PublicationFile(
                    id, "file.bin", type, staged.size(), staged.sha256(), null, null, 1, embargo, standing, AT);
            publications.run(() -> {
                files.put(HeldFile.staged(file, "officer"));
                return null;
            });
        }
    }
}
