package org.acervo.search;

import static org.acervo.search.SearchHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.catalog.Statement;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReindexingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path temporary;

    private final Vocabularies vocabularies = SearchHouse.VOCABULARIES.snapshot();
    private SearchHouse house;

    @BeforeEach
    void open() {
        house = new SearchHouse(temporary.resolve("index"), new InMemoryPublications(), vocabularies);
        house.publish(text("First report", "en"));
        house.publish(text("Second report", "en"));
        house.indexer.look();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static void until(BooleanSupplier holds) {
        Instant end = Instant.now(Clock.systemUTC()).plus(PATIENCE);
        while (!holds.getAsBoolean() && Instant.now(Clock.systemUTC()).isBefore(end)) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void itSaysHowFarItIsAndWhoAskedForIt() {
        Reindexing reindexing = new Reindexing(house.indexer, house.clock);
        assertThat(reindexing.progress()).isEqualTo(Reindexing.Progress.NONE);
        assertThat(reindexing.progress().percent()).isEqualTo(100);
        assertThat(reindexing.begin("eve", 2)).isTrue();
        until(() -> !reindexing.progress().running());
        Reindexing.Progress done = reindexing.progress();
        assertThat(done.done()).isEqualTo(2);
        assertThat(done.by()).isEqualTo("eve");
        assertThat(done.failed()).isFalse();
        assertThat(done.began()).isNotNull();
        assertThat(done.ended()).isNotNull();
        assertThat(house.find("report").total()).isEqualTo(2);
    }

    @Test
    void itGoesOnOnceAtATime() {
        Database database = new Database();
        Reindexing reindexing = new Reindexing(database.indexer(), house.clock);
        database.answers = new CountDownLatch(1);
        assertThat(reindexing.begin("eve", 2)).isTrue();
        assertThat(reindexing.begin("bea", 2)).isFalse();
        assertThat(reindexing.progress().running()).isTrue();
        assertThat(reindexing.progress().by()).isEqualTo("eve");
        assertThat(reindexing.progress().percent()).isZero();
        database.answers.countDown();
        until(() -> !reindexing.progress().running());
        assertThat(reindexing.progress().done()).isEqualTo(2);
        assertThat(reindexing.begin("bea", 2)).isTrue();
        until(() -> !reindexing.progress().running());
        database.close();
    }

    @Test
    void aFailureIsSaidAndItCanBeBegunAgain() {
        Database database = new Database();
        Reindexing reindexing = new Reindexing(database.indexer(), house.clock);
        database.isAway = true;
        assertThat(reindexing.begin("eve", 2)).isTrue();
        until(() -> !reindexing.progress().running());
        assertThat(reindexing.progress().failed()).isTrue();
        database.isAway = false;
        assertThat(reindexing.begin("bea", 2)).isTrue();
        until(() -> !reindexing.progress().running());
        assertThat(reindexing.progress().failed()).isFalse();
        assertThat(reindexing.progress().done()).isEqualTo(2);
        database.close();
    }

    /** A database that may be slow or away, and an index that follows it. */
    private final class Database {

        private volatile boolean isAway;
        private volatile CountDownLatch answers = new CountDownLatch(0);
        private volatile Runnable beforeReading = () -> {};
        private final Indexer indexer = made();

        Indexer indexer() {
            return indexer;
        }

        private Indexer made() {
            EntryWriter entries = new EntryWriter(
                    all(),
                    house.files,
                    house.extractions,
                    house.order,
                    new Entries(vocabularies),
                    house.clock,
                    Runnable::run);
            IndexFolder folder =
                    new IndexFolder(temporary.resolve("other"), house.marks, Runnable::run, () -> "labels");
            return new Indexer(folder, all(), entries, house.clock);
        }

        private Publications all() {
            return (Publications) Proxy.newProxyInstance(
                    Publications.class.getClassLoader(),
                    new Class<?>[] {Publications.class},
                    (proxy, method, given) -> {
                        answers.await();
                        beforeReading.run();
                        if (isAway) {
                            throw new StackOverflowError("away"); // whatever it is, even an error
                        }
                        return method.invoke(house.publications, given);
                    });
        }

        void close() {
            indexer.close();
        }
    }

    @Test
    void whoeverWaitsForTheIndexHasItBeforeTheNextPage() {
        for (int i = 0; i < 3 * EntryWriter.PAGE; i++) {
            house.publish(text("Report " + i, "en"));
        }
        Database database = new Database();
        database.indexer.look();
        List<String> readers = new CopyOnWriteArrayList<>();
        Thread other = new Thread(database.indexer::look, "other");
        database.beforeReading = () -> {
            readers.add(Thread.currentThread().getName());
            if (readers.size() == 2) { // the first page: the index is looked at before it
                other.start();
                until(() -> other.getState() == Thread.State.WAITING);
            }
        };
        assertThat(database.indexer.reindex(done -> {})).isEqualTo(3 * EntryWriter.PAGE + 2);
        assertThat(readers).hasSizeGreaterThan(4);
        assertThat(readers.indexOf("other")).isEqualTo(3); // after the page that was read ahead
        database.close();
    }

    @Test
    void aPageThatWasReadAheadIsReadAgainWhereTheIndexHasFollowedLaterChanges() {
        for (int i = 0; i < EntryWriter.PAGE; i++) {
            house.publish(text("Report " + i, "en"));
        }
        Publication late = house.publish(text("Old words", "en"));
        house.indexer.look();
        List<Long> done = new ArrayList<>();
        house.indexer.reindex(so -> {
            if (done.isEmpty()) {
                house.save(late.become(State.PUBLISHED, new DublinCore(text("New words", "en")), null, SearchHouse.AT));
                house.indexer.look();
            }
            done.add(so);
        });
        assertThat(done).hasSizeGreaterThan(1);
        assertThat(house.find("old").total()).isZero();
        assertThat(house.find("new").total()).isEqualTo(1);
    }

    @Test
    void otherLabelsAreFoundAtOnceAndAStartKeepsTheIndexOnceItIsMadeAnew() {
        house.publish(text("Third report", "en", Statement.of(Element.THEME, "migration-data")));
        house.indexer.look();
        assertThat(house.find("zahlenwerk").total()).isZero();
        ThematicArea old = vocabularies.themes().find("migration-data").orElseThrow();
        Vocabulary<ThematicArea> themes = new Vocabulary<>(vocabularies.themes().all().stream()
                .map(each -> each.equals(old)
                        ? new ThematicArea(old.code(), Labels.same("Zahlenwerk"), old.description())
                        : each)
                .toList());
        Languages languages = vocabularies.languages();
        vocabularies.become(vocabularies.with(themes, vocabularies.types(), vocabularies.organizations(), languages));
        long found = house.find("zahlenwerk").total();
        assertThat(found).isPositive();
        assertThat(house.indexer.isRelabelled()).isTrue();
        house.indexer.reindex(done -> {});
        assertThat(house.indexer.isRelabelled()).isFalse();
        house.indexer.close();
        house.open();
        house.indexer.look();
        assertThat(house.indexer.isRelabelled()).isFalse();
        assertThat(house.find("zahlenwerk").total()).isEqualTo(found);
    }
}
