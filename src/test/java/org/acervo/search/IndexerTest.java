package org.acervo.search;

import static org.acervo.search.SearchHouse.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index follows its database, whatever became of its files. */
class IndexerTest {

    @TempDir
    private Path temporary;

    private SearchHouse house;

    @BeforeEach
    void open() {
        house = new SearchHouse(temporary.resolve("index"));
        house.publish(text("First report", "en"));
        house.publish(text("Second report", "en"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private long total() {
        return house.find("report").total();
    }

    private void restart() {
        house.indexer.close();
        house.open();
    }

    @Test
    void afterAStartItGoesOnWhereItWas() throws IOException {
        assertThat(total()).isEqualTo(2);
        restart();
        List<String> before = files();
        house.indexer.look();
        assertThat(files())
                .containsAll(
                        before.stream().filter(name -> name.startsWith("_")).toList());
        house.publish(text("Third report", "en"));
        assertThat(total()).isEqualTo(3);
    }

    @Test
    void beforeTheFirstLookItSaysThatItIsCatchingUp() {
        assertThat(house.searching.find(house.search("report")).catchingUp()).isTrue();
        assertThat(house.searching.refresh()).isFalse();
        assertThat(total()).isEqualTo(2);
        assertThat(house.searching.find(house.search("report")).catchingUp()).isFalse();
        house.publish(text("Third report", "en"));
        assertThat(house.searching.refresh()).isTrue();
        assertThat(house.searching.find(house.search("report")).total()).isEqualTo(3);
    }

    @Test
    void whileVeryMuchIsWrittenItWaitsForTheEnd() {
        assertThat(total()).isEqualTo(2);
        Instant[] now = {Instant.parse("2022-06-01T10:00:00Z")};
        InstantSource time = () -> now[0];
        Flood flood = new Flood(house.publications, time.withZone(ZoneOffset.UTC));
        house.indexer.lookUnless(flood);
        for (int i = 0; i < 600; i++) {
            house.publish(text("Another report", "en"));
        }
        now[0] = now[0].plusSeconds(1);
        house.indexer.lookUnless(flood);
        assertThat(house.indexer.behind()).isGreaterThanOrEqualTo(600);
        Found meanwhile = house.searching.find(house.search("report"));
        assertThat(meanwhile.total()).isEqualTo(2);
        assertThat(meanwhile.catchingUp()).isTrue();
        assertThat(house.searching.refresh()).isFalse();
        assertThatThrownBy(() -> house.searching.ids(house.search("report"))).isInstanceOf(IllegalStateException.class);
        house.publish(text("Another report", "en"));
        now[0] = now[0].plusSeconds(1);
        house.indexer.lookUnless(flood);
        assertThat(house.searching.find(house.search("report")).total()).isEqualTo(603);
        assertThat(house.searching.find(house.search("report")).catchingUp()).isFalse();
    }

    @Test
    void aFolderThatIsGoneIsMadeAnew() throws IOException {
        assertThat(total()).isEqualTo(2);
        house.indexer.close();
        CatalogIndex.destroy(house.folder);
        Files.delete(house.folder);
        house.open();
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void aDamagedSegmentIsMadeAnew() throws IOException {
        assertThat(total()).isEqualTo(2);
        house.indexer.close();
        for (String name : files()) {
            Path file = house.folder.resolve(name);
            if (name.startsWith("_") && Files.size(file) > 60) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        house.open();
        assertThat(total()).isEqualTo(2);
    }

    @Test
    void anIndexThatFollowedAnotherDatabaseIsMadeAnew() throws IOException {
        assertThat(total()).isEqualTo(2);
        house.indexer.close();
        SearchHouse restored = new SearchHouse(house.folder);
        restored.publish(text("Another report", "en"));
        assertThat(restored.find("report").hits()).hasSize(1);
        assertThat(restored.find("second").total()).isZero();
        restored.close();
    }

    @Test
    void aReindexKeepsWhatThereIsAndRemovesWhatNobodyKnows() throws IOException {
        assertThat(total()).isEqualTo(2);
        CatalogIndex index = house.indexer.index().orElseThrow();
        index.put(
                new PublicationId(999),
                new Entries(SearchHouse.VOCABULARIES)
                        .of(
                                new Publication(
                                        new PublicationId(999),
                                        1,
                                        State.DRAFT,
                                        new DublinCore(text("Ghost report", "en")),
                                        null,
                                        null,
                                        null,
                                        SearchHouse.AT,
                                        SearchHouse.AT,
                                        null),
                                List.of(),
                                FileTexts.NONE,
                                java.time.LocalDate.EPOCH,
                                0));
        index.refresh();
        assertThat(house.searching.find(house.search("report")).total()).isEqualTo(3);
        assertThat(house.indexer.reindex(done -> {})).isEqualTo(2);
        assertThat(house.searching.find(house.search("report")).total()).isEqualTo(2);
    }

    @Test
    void nothingOfAnErasedPublicationStaysInTheFiles() throws IOException {
        Publication endangering = house.publish(text("Xochiquetzalli testifies", "es"));
        assertThat(house.find("xochiquetzalli").total()).isEqualTo(1);
        restart();
        house.indexer.look();
        assertThat(traces("xochiquetzalli") + traces("Xochiquetzalli")).isPositive();
        DublinCore neutral = new DublinCore(text("Erased", "en"));
        house.save(endangering.become(
                State.WITHDRAWN, neutral, Publication.Withdrawal.erased(SearchHouse.AT), SearchHouse.AT));
        assertThat(house.indexer.isWiped(endangering.id())).isTrue();
        assertThat(traces("xochiquetzalli") + traces("Xochiquetzalli")).isZero();
        assertThat(total()).isEqualTo(3);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(house.folder)) {
            return all.map(each -> each.getFileName().toString())
                    .filter(name -> !name.equals("write.lock"))
                    .toList();
        }
    }

    /** In how many files a text stands as it is; terms of a small dictionary and stored fields do. */
    private int traces(String text) throws IOException {
        int found = 0;
        for (String name : files()) {
            String bytes = new String(Files.readAllBytes(house.folder.resolve(name)), StandardCharsets.ISO_8859_1);
            found += bytes.contains(text) ? 1 : 0;
        }
        return found;
    }

    /** What fails within Lucene, a class that cannot be loaded among it, closes the index; nobody may take it for empty. */
    @Test
    void anIndexThatAFaultHasClosedIsCatchingUpAndMadeAnew() {
        house.close();
        AtomicBoolean fails = new AtomicBoolean();
        house = new SearchHouse(temporary.resolve("faulty"), new InMemoryPublications() {
            @Override
            public Since since(long after, int limit) {
                if (fails.getAndSet(false)) {
                    closeUnderneath();
                    throw new IllegalStateException("zip file closed");
                }
                return super.since(after, limit);
            }
        });
        house.publish(text("Only report", "en"));
        assertThat(total()).isEqualTo(1);
        fails.set(true);
        assertThatThrownBy(house.indexer::look).hasMessage("zip file closed");
        assertThat(house.searching.find(house.search("report")).catchingUp()).isTrue();
        assertThat(total()).isEqualTo(1);
    }

    private void closeUnderneath() {
        try {
            house.indexer.index().orElseThrow().close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
