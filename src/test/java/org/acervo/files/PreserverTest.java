package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ocfl.api.model.ObjectVersionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Repository;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preserving on a real disk, also where it was killed at the worst moment. */
class PreserverTest {

    private static final Repository LIBRARY = new Repository(
            "https://library.example.org", "library.example.org", "Library", "a@example.org", "CC0", List.of());
    private static final PublicationId ONE = new PublicationId(1);
    private static final PublicationId TWO = new PublicationId(2);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2030-01-01T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final InMemoryPublications transactions = new InMemoryPublications();
    private final InMemoryFiles files = new InMemoryFiles(transactions, clock);
    private long number;
    private Staging staging;
    private OcflStore store;
    private Preserver preserver;
    private Contents contents;

    @BeforeEach
    void start() {
        staging = new Staging(folder.resolve("staging"), new MediaTypes("text/plain"), 1_000_000, clock);
        store = new OcflStore(folder.resolve("ocfl"), folder.resolve("ocfl-work"), LIBRARY);
        preserver = new Preserver(files, files, transactions, staging, store, clock);
        contents = new Contents(files, staging, store);
    }

    /** As after a kill. */
    private void restart() {
        store.close();
        start();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String put(PublicationId id, String name, String text, @Nullable String document) {
        try (Staged staged = staging.receive(Incoming.named(name), new ByteArrayInputStream(bytes(text)))) {
            transactions.run(() -> {
                files.put(HeldFile.staged(
                        new PublicationFile(
                                id,
                                name,
                                "text/plain",
                                staged.size(),
                                staged.sha256(),
                                null,
                                null,
                                1,
                                null,
                                Standing.KEPT,
                                now),
                        "officer"));
                want(id, document);
                return null;
            });
            return staged.sha256();
        }
    }

    private void want(PublicationId id, @Nullable String document) {
        Map<String, String> wanted = new HashMap<>();
        files.of(id).forEach(each -> wanted.put(each.file().name(), each.file().sha256()));
        files.add(new Preservation(++number, id, now, "officer", "file put", wanted, document, false));
    }

    private void remove(PublicationId id, String name) {
        transactions.run(() -> {
            files.remove(held(id, name).file());
            want(id, null);
            return null;
        });
    }

    private HeldFile held(PublicationId id, String name) {
        return files.of(id).stream()
                .filter(each -> each.file().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void run() {
        now = now.plusSeconds(60);
        preserver.run(() -> false);
        assertThat(files.backlog()).isZero();
    }

    private String read(PublicationId id, String name) throws IOException {
        try (FileChannel content = contents.open(held(id, name))) {
            ByteBuffer buffer = ByteBuffer.allocate((int) content.size());
            content.read(buffer);
            return new String(buffer.array(), StandardCharsets.UTF_8);
        }
    }

    private Path object(PublicationId id) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("ocfl"))) {
            return all.filter(each -> each.getFileName().toString().endsWith("%3a" + id))
                    .findFirst()
                    .orElse(Path.of("none"));
        }
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("staging"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private void isValid(PublicationId id, int versions) throws IOException {
        assertThat(store.isValid(LIBRARY.oaiIdentifier(id))).isTrue();
        assertThat(Interrupted.last(object(id))).isEqualTo(versions);
    }

    @Test
    void aFileMovesFromStagingToOcflAndIsReadableAllTheTime() throws IOException {
        put(ONE, "a ñ.txt", "first", null);
        assertThat(read(ONE, "a ñ.txt")).isEqualTo("first");
        HeldFile before = held(ONE, "a ñ.txt");
        run();
        assertThat(staged()).isEmpty();
        assertThat(held(ONE, "a ñ.txt").location()).endsWith("/v1/content/files/a ñ.txt");
        assertThat(read(ONE, "a ñ.txt")).isEqualTo("first");
        try (FileChannel content = contents.open(before)) {
            assertThat(content.size()).as("who looked before it moved finds it").isEqualTo(5);
        }
        isValid(ONE, 1);
    }

    @Test
    void eachChangeIsAVersionAndNothingIsLost() throws IOException {
        put(ONE, "a.txt", "first", "{\"version\":1}");
        put(ONE, "b.txt", "other", "{\"version\":2}");
        put(ONE, "a.txt", "second", "{\"version\":3}");
        run();
        remove(ONE, "b.txt");
        run();
        isValid(ONE, 4);
        assertThat(object(ONE).resolve("v1/content/files/a.txt")).hasContent("first");
        assertThat(object(ONE).resolve("v3/content/files/a.txt")).hasContent("second");
        assertThat(object(ONE).resolve("v3/content/metadata.json")).hasContent("{\"version\":3}");
        assertThat(read(ONE, "a.txt")).isEqualTo("second");
        assertThat(store.describe(ObjectVersionId.head(LIBRARY.oaiIdentifier(ONE))))
                .containsExactlyInAnyOrder("files/a.txt", "metadata.json");
        assertThat(staged()).isEmpty();
    }

    @Test
    void whatIsLeftWhenOthersGoFirstStaysWhereItCame() throws IOException {
        put(ONE, "a.txt", "first", "{}");
        put(TWO, "b.txt", "second", "{}");
        AtomicInteger asked = new AtomicInteger();
        preserver.run(() -> asked.getAndIncrement() == 1);
        assertThat(staged()).hasSize(1);
        assertThat(read(ONE, "a.txt") + read(TWO, "b.txt")).isEqualTo("firstsecond");
        run();
        assertThat(staged()).isEmpty();
        isValid(TWO, 1);
    }

    @Test
    void whatIsToEndWaitsForNobody() throws IOException {
        put(TWO, "b.txt", "secret", "{}");
        run();
        put(ONE, "a.txt", "first", "{}");
        Map<String, String> all = Map.of("kept/b.txt", held(TWO, "b.txt").file().sha256());
        transactions.run(() -> {
            files.remove(held(TWO, "b.txt").file());
            files.add(new Preservation(++number, TWO, now, "administrator", "purged", all, null, true));
            return null;
        });
        preserver.run(() -> true);
        assertThat(files.waiting(now, 10)).containsExactly(ONE);
        assertThat(object(TWO)).doesNotExist();
    }

    @Test
    void whatWasNeverPublicIsOneVersionHoweverOftenItChanged() throws IOException {
        put(ONE, "a.txt", "first", null);
        put(ONE, "a.txt", "second", null);
        put(ONE, "b.txt", "third", "{}");
        run();
        isValid(ONE, 1);
        assertThat(staged()).isEmpty();
    }

    @Test
    void aContentThatTwoPublicationsHaveIsPreservedForBoth() throws IOException {
        put(ONE, "a.txt", "same", null);
        run();
        put(TWO, "a.txt", "same", null);
        assertThat(read(TWO, "a.txt")).isEqualTo("same");
        run();
        isValid(ONE, 1);
        isValid(TWO, 1);
        assertThat(held(ONE, "a.txt").location())
                .isNotEqualTo(held(TWO, "a.txt").location());
    }

    @Test
    void aContentThatComesBackIsNotStoredAgain() throws IOException {
        put(ONE, "a.txt", "first", null);
        run();
        put(ONE, "a.txt", "second", null);
        run();
        put(ONE, "a.txt", "first", null);
        run();
        isValid(ONE, 3);
        assertThat(held(ONE, "a.txt").location()).contains("/v1/content/");
    }

    @Test
    void killedAfterTheVersionWasWrittenItIsNotWrittenAgain() throws IOException {
        put(ONE, "a.txt", "first", "{}");
        Preservation wanted = files.of(ONE, 1).get(0);
        store.write(wanted, sha256 -> staging.find(sha256).orElseThrow(), false);
        restart();
        run();
        isValid(ONE, 1);
        assertThat(read(ONE, "a.txt")).isEqualTo("first");
        assertThat(staged()).isEmpty();
    }

    @Test
    void aFirstVersionThatWasBegunIsBegunAgain() throws IOException {
        put(ONE, "a.txt", "first", null);
        run();
        Path object = object(ONE);
        put(TWO, "a.txt", "second", null);
        Path half = object.resolveSibling("oai%3alibrary%2eexample%2eorg%3a1");
        assertThat(half).isEqualTo(object);
        run();
        Path two = object(TWO);
        put(TWO, "b.txt", "third", null);
        // the second object as if its first version had only been begun
        files.done(TWO, 0, Map.of());
        Durable.delete(two);
        Files.createDirectories(two);
        Files.writeString(two.resolve("0=ocfl_object_1.1"), "ocfl_object_1.1\n");
        Interrupted.mend(two, folder.resolve("ocfl-work"), false);
        assertThat(two).doesNotExist();
    }

    @Test
    void aVersionWhoseInventoryDidNotReachTheRootIsWrittenAgain() throws IOException {
        put(ONE, "a.txt", "first", null);
        run();
        Path object = object(ONE);
        Path root = Files.copy(object.resolve("inventory.json"), folder.resolve("root"));
        Path sidecar = Files.copy(object.resolve("inventory.json.sha256"), folder.resolve("sidecar"));
        put(ONE, "b.txt", "second", null);
        Preservation wanted = files.of(ONE, 1).get(0);
        store.write(wanted, sha256 -> staging.find(sha256).orElseThrow(), true);
        Files.copy(root, object.resolve("inventory.json"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(sidecar, object.resolve("inventory.json.sha256"), StandardCopyOption.REPLACE_EXISTING);
        restart();
        run();
        isValid(ONE, 2);
        assertThat(read(ONE, "b.txt")).isEqualTo("second");
    }

    @Test
    void aRootInventoryThatIsHalfWrittenIsCompleted() throws IOException {
        put(ONE, "a.txt", "first", null);
        run();
        put(ONE, "b.txt", "second", null);
        store.write(files.of(ONE, 1).get(0), sha256 -> staging.find(sha256).orElseThrow(), true);
        Files.writeString(object(ONE).resolve("inventory.json"), "{\"he");
        restart();
        run();
        isValid(ONE, 2);
        assertThat(read(ONE, "b.txt")).isEqualTo("second");
    }

    @Test
    void aNameWithoutItsContentIsFilledFromStaging() throws IOException {
        put(ONE, "a.txt", "first", null);
        store.write(files.of(ONE, 1).get(0), sha256 -> staging.find(sha256).orElseThrow(), false);
        Path content = object(ONE).resolve("v1/content/files/a.txt");
        Files.delete(content);
        Files.writeString(content, "");
        restart();
        run();
        isValid(ONE, 1);
        assertThat(read(ONE, "a.txt")).isEqualTo("first");
    }

    @Test
    void anObjectThatIsKnownIsNeverTakenForUnfinished() throws IOException {
        put(ONE, "a.txt", "first", null);
        run();
        Files.writeString(object(ONE).resolve("inventory.json"), "{");
        Files.writeString(object(ONE).resolve("v1/inventory.json"), "{");
        put(ONE, "b.txt", "second", null);
        put(TWO, "a.txt", "other", null);
        restart();
        now = now.plusSeconds(60);
        preserver.run(() -> false);
        assertThat(files.backlog())
                .as("it waits for somebody to look; the other one does not")
                .isEqualTo(1);
        assertThat(object(ONE).resolve("v1/content/files/a.txt")).hasContent("first");
        assertThat(read(ONE, "b.txt")).isEqualTo("second");
        isValid(TWO, 1);
    }

    @Test
    void purgingLeavesNothing() throws IOException {
        String sha256 = put(ONE, "a.txt", "first", null);
        run();
        put(ONE, "a.txt", "second", null);
        put(ONE, "b.txt", "third", null);
        put(TWO, "a.txt", "third", null);
        transactions.run(() -> {
            Map<String, String> all = new HashMap<>();
            files.of(ONE)
                    .forEach(each ->
                            all.put("kept/" + each.file().name(), each.file().sha256()));
            files.removeAll(ONE);
            files.add(new Preservation(++number, ONE, now, "administrator", "purged", all, null, true));
            return null;
        });
        run();
        assertThat(object(ONE)).doesNotExist();
        assertThat(object(TWO)).exists();
        assertThat(staging.find(sha256)).isEmpty();
        assertThat(staged()).isEmpty();
        assertThat(read(TWO, "a.txt")).isEqualTo("third");
    }

    @Test
    void damageIsFoundAndSaid() throws IOException {
        put(ONE, "a.txt", "first", null);
        put(TWO, "a.txt", "staged only", null);
        now = now.plusSeconds(60);
        preserver.run(() -> false);
        Fixity fixity = new Fixity(files, contents, java.time.Duration.ofDays(30), 1 << 20);
        fixity.run();
        assertThat(fixity.damaged()).isEmpty();
        now = now.plusSeconds(31L * 86_400);
        fixity.run();
        assertThat(fixity.damaged()).isEmpty();
        assertThat(files.unchecked(java.time.Duration.ofDays(30), 10)).isEmpty();

        Files.writeString(object(ONE).resolve("v1/content/files/a.txt"), "f1rst");
        Files.delete(object(TWO).resolve("v1/content/files/a.txt"));
        fixity.run();
        assertThat(fixity.damaged()).as("read a moment ago").isEmpty();
        now = now.plusSeconds(31L * 86_400);
        fixity.run();
        assertThat(fixity.damaged()).extracting(PublicationFile::publication).containsExactly(ONE, TWO);
        assertThatThrownBy(() -> contents.open(held(TWO, "a.txt"))).isInstanceOf(UncheckedIOException.class);

        Files.writeString(object(ONE).resolve("v1/content/files/a.txt"), "first");
        now = now.plusSeconds(31L * 86_400);
        fixity.run();
        assertThat(fixity.damaged()).extracting(PublicationFile::publication).containsExactly(TWO);
    }
}
