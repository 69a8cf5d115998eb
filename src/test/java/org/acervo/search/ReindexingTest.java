package org.acervo.search;

import static org.acervo.search.SearchHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.acervo.catalog.Publications;
import org.acervo.search.Reindexing.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReindexingTest {

    private static final Clock CLOCK = Clock.fixed(SearchHouse.AT, ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private SearchHouse house;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder.resolve("index"));
        house.publish(text("One", "en"));
        house.publish(text("Two", "en"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void howFarItIsIsToldAndWhoAskedForIt() throws InterruptedException {
        Reindexing reindexing = new Reindexing(house.indexer, CLOCK);
        assertThat(reindexing.begin("ana", 2)).isTrue();
        assertThat(ended(reindexing))
                .isEqualTo(new Progress(false, 2, 2, "ana", SearchHouse.AT, SearchHouse.AT, false));
        assertThat(reindexing.begin("berta", 2)).isTrue();
    }

    @Test
    void itCanBeAskedForAgainAfterAnError() throws InterruptedException {
        Publications broken = (Publications) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Publications.class}, (proxy, method, arguments) -> {
                    throw new StackOverflowError();
                });
        EntryWriter writer = new EntryWriter(
                broken, house.files, house.extractions, new Entries(SearchHouse.VOCABULARIES), house.executor);
        IndexFolder empty = new IndexFolder(folder.resolve("other"), house.marks, house.executor, "labels");
        Reindexing reindexing = new Reindexing(new Indexer(empty, broken, writer, CLOCK), CLOCK);
        assertThat(reindexing.begin("ana", 2)).isTrue();
        assertThat(ended(reindexing).failed()).isTrue();
        assertThat(reindexing.begin("ana", 2)).isTrue();
    }

    private static Progress ended(Reindexing reindexing) throws InterruptedException {
        while (reindexing.progress().running()) {
            Thread.sleep(5);
        }
        return reindexing.progress();
    }
}
