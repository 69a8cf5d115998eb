package org.acervo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import me.desair.tus.server.upload.UploadId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PartLocksTest {

    private static final UploadId UPLOAD = new UploadId("a");

    private final PartLocks locks = new PartLocks(Duration.ofMillis(20), Duration.ofMillis(300));

    /** A line on which nothing comes until somebody says so. */
    private static final class Line extends InputStream {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch come = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            asked.countDown();
            try {
                come.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
            return 1;
        }
    }

    private static void refused(Rule rule, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(rule)));
    }

    private static void ended(CompletableFuture<?> work) throws Throwable {
        try {
            work.join();
        } catch (CompletionException failed) {
            throw failed.getCause();
        }
    }

    @Test
    void whoIsAtWorkIsNotDisturbed() throws Exception {
        try (PartLocks.Hold first = locks.take(UPLOAD)) {
            refused(Rule.UPLOAD_LOCKED, () -> locks.take(UPLOAD).close());
            assertThat(locks.isLocked(first.id())).isTrue();
        }
        assertThat(locks.isLocked(UPLOAD)).isFalse();
        locks.take(UPLOAD).close();
    }

    @Test
    void whoWaitsForBytesLetsGoAndMayNotGoOnWhenTheyCome() throws Exception {
        Line line = new Line();
        try (PartLocks.Hold first = locks.take(UPLOAD)) {
            CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> first.read(line, new byte[1]));
            line.asked.await();
            try (PartLocks.Hold second = locks.take(UPLOAD)) {
                line.come.countDown();
                refused(Rule.UPLOAD_LOCKED, () -> ended(reading));
                first.close();
                assertThat(locks.isLocked(second.id())).isTrue();
            }
        }
    }

    @Test
    void whoseBytesComeWithoutAPauseLetsGoBetweenThem() throws Exception {
        InputStream endless = new ByteArrayInputStream(new byte[1]) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                return 1;
            }
        };
        PartLocks.Hold first = locks.take(UPLOAD);
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try (first) {
                while (first.read(endless, new byte[1]) > 0) {
                    Thread.onSpinWait();
                }
            }
        });
        locks.take(UPLOAD).close();
        refused(Rule.UPLOAD_LOCKED, () -> ended(reading));
    }

    @Test
    void whatBreaksOffIsTold() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };
        try (PartLocks.Hold hold = locks.take(UPLOAD)) {
            refused(Rule.UPLOAD_BROKE_OFF, () -> hold.read(broken, new byte[1]));
        }
    }
}
