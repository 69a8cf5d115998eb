package org.acervo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.acervo.server.Depositor;
import org.acervo.server.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while files come: what it has acknowledged is there, and what it has not can be sent again. */
class FilesKilledIT {

    private static final int UPLOADERS = 3;
    private static final int PART = 1 << 20;

    @TempDir
    Path work;

    private final Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();
    private int port;

    @Test
    void whatWasAcknowledgedIsThere() throws Exception {
        port = FreePort.find();
        Path data = work.resolve("data");
        Map<String, String> settings = Map.of(
                "ACERVO_DATA", data.toString(),
                "ACERVO_HTTP_PORT", Integer.toString(port),
                "ACERVO_SAMPLE", "false");
        Acervo first = Acervo.start(work, settings, new byte[0], "serve");
        first.awaitReady(port);
        Depositor mexico = new Depositor(
                "http://127.0.0.1:" + port,
                Acervo.run(work, settings, "token", "mexico", "--scope", "deposit,publish,read")
                        .out()
                        .strip());
        byte[] large = content(7, 3 * PART);
        String id = mexico.draft("large");
        String upload = Depositor.header(mexico.begin(id, "large.pdf", large.length), "Location");
        assertThat(mexico.part(upload, 0, Arrays.copyOf(large, PART)).statusCode())
                .isEqualTo(204);
        killAmongUploads(first, mexico);

        Acervo second = Acervo.start(work, settings, new byte[0], "serve");
        try {
            second.awaitReady(port);
            allAreThere(mexico);
            long offset = Long.parseLong(Depositor.header(
                    mexico.send("HEAD", upload, new byte[0], "Tus-Resumable", "1.0.0"), "Upload-Offset"));
            assertThat(offset).isGreaterThanOrEqualTo(PART);
            HttpResponse<byte[]> rest =
                    mexico.part(upload, offset, Arrays.copyOfRange(large, (int) offset, large.length));
            assertThat(mexico.get(Depositor.header(rest, "Content-Location")).body())
                    .isEqualTo(large);
            Until.holds("all is preserved", Duration.ofSeconds(90), () -> staged(data) <= UPLOADERS);
            allAreThere(mexico);
        } finally {
            second.terminate();
            second.await(Duration.ofSeconds(60));
        }
    }

    private void killAmongUploads(Acervo server, Depositor mexico) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(20);
        Thread[] uploaders = new Thread[UPLOADERS];
        for (int i = 0; i < UPLOADERS; i++) {
            int number = i;
            uploaders[i] = new Thread(() -> upload(mexico, number, enough));
            uploaders[i].start();
        }
        assertThat(enough.await(90, TimeUnit.SECONDS)).isTrue();
        server.kill();
        for (Thread each : uploaders) {
            each.join();
        }
    }

    private void allAreThere(Depositor mexico) throws IOException, InterruptedException {
        for (Map.Entry<String, byte[]> each : acknowledged.entrySet()) {
            assertThat(mexico.get(each.getKey()).body()).as(each.getKey()).isEqualTo(each.getValue());
        }
    }

    /** Until the server is gone. */
    private void upload(Depositor mexico, int number, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String id = mexico.draft("k" + number + "-" + i);
                byte[] content = content(1_000L * number + i, 200_000);
                HttpResponse<byte[]> put = mexico.send("PUT", "/api/v1/publications/" + id + "/files/a.pdf", content);
                if (put.statusCode() == 201) {
                    acknowledged.put(Depositor.header(put, "Location"), content);
                    enough.countDown();
                }
                mexico.publish(id);
            }
        } catch (Exception gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] content(long seed, int size) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        System.arraycopy(Depositor.pdf(""), 0, content, 0, 8);
        return content;
    }

    /** How many contents wait; one for each uploader may have come without being acknowledged. */
    private static long staged(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data.resolve("files/staging"))) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> !each.getParent().endsWith("arriving"))
                    .count();
        }
    }
}
