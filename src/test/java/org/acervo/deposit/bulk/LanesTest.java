package org.acervo.deposit.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LanesTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS))
                .as("every lane has given its thread back")
                .isTrue();
    }

    @Test
    void allThatWasBegunIsDoneAtTheEnd() {
        try (Lanes lanes = new Lanes(threads)) {
            for (int i = 0; i < 1_000; i++) {
                lanes.begin(done::incrementAndGet);
            }
        }
        assertThat(done).hasValue(1_000);
    }

    @Test
    void severalPiecesRunAtTheSameTime() {
        CountDownLatch together = new CountDownLatch(4);
        try (Lanes lanes = new Lanes(threads)) {
            for (int i = 0; i < 4; i++) {
                lanes.begin(() -> {
                    together.countDown();
                    await(together);
                    done.incrementAndGet();
                });
            }
        }
        assertThat(done).hasValue(4);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void whatAPieceThrowsIsThrownWhereWorkIsGivenAndTheLanesGoOn() {
        try (Lanes lanes = new Lanes(threads)) {
            lanes.begin(() -> {
                throw new IllegalStateException("row 7");
            });
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            lanes.begin(done::incrementAndGet);
                        }
                    })
                    .hasMessage("row 7");
            assertThatThrownBy(lanes::rethrow).hasMessage("row 7");
        }
    }

    @Test
    void oneThreadIsEnoughWhereNoMoreAreGiven() {
        ThreadPoolExecutor single = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
        try (Lanes lanes = new Lanes(single)) {
            for (int i = 0; i < 100; i++) {
                lanes.begin(done::incrementAndGet);
            }
        } finally {
            single.shutdown();
        }
        assertThat(done).hasValue(100);
    }

    @Test
    void withoutAnyThreadItSaysSo() {
        threads.shutdown();
        try (Lanes lanes = new Lanes(threads)) {
            assertThatThrownBy(() -> lanes.begin(done::incrementAndGet)).isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void aLaneThatIsInterruptedDoesItsWorkNevertheless() {
        try (Lanes lanes = new Lanes(threads)) {
            lanes.begin(() -> Thread.currentThread().interrupt());
            for (int i = 0; i < 100; i++) {
                lanes.begin(done::incrementAndGet);
            }
        }
        assertThat(done).hasValue(100);
    }
}
