package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.acervo.launcher.Acervo;
import org.acervo.launcher.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A disk that fills up under the files and the database alike, and then is given room again. It is a small file system
 * in memory, so only root can run this; everybody else sees it skipped.
 */
@EnabledIfSystemProperty(named = "disk.full", matches = "true", disabledReason = "not yet reliable: -Ddisk.full=true")
class DiskFullIT {

    private static final Logger LOG = Logger.getLogger(DiskFullIT.class.getName());
    private static final String SIZE = "1800m";
    private static final Duration END = Duration.ofSeconds(60);
    private static final int DEPOSITS = 60;

    /** Less than uploads leave to the database. */
    private static final long LITTLE = 120L << 20;

    private final Path work = Path.of("target", "it-full").toAbsolutePath();
    private final Path disk = work.resolve("disk");
    private final Ledger ledger = new Ledger();
    private boolean mounted;
    private boolean ended;
    private int port;
    private Acervo server;
    private PatientClient client;

    @BeforeEach
    void prepare() throws Exception {
        Files.createDirectories(disk);
        run("umount", disk.toString()); // what a run that was cut off has left
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString());
        if (!mounted) {
            LOG.warning("SKIPPED: no file system can be mounted here, so no disk can be filled; root can");
        }
        assumeTrue(mounted, "Only who may mount a file system can fill a disk");
        port = FreePort.find();
        server = Acervo.start(work, settings(), new byte[0], "serve");
        server.awaitReady(port);
        Acervo token = Acervo.run(work, settings(), "token", "mexico", "--scope", "deposit,publish,read");
        client = new PatientClient("http://127.0.0.1:" + port, token.out().strip());
    }

    @AfterEach
    void clean() throws Exception {
        if (server != null) {
            server.close();
        }
        if (mounted) {
            run("umount", disk.toString());
        }
        FileTree.delete(work);
    }

    private Map<String, String> settings() {
        return Map.of(
                "ACERVO_HTTP_PORT",
                Integer.toString(port),
                "ACERVO_DATA",
                disk.resolve("data").toString(),
                "ACERVO_SAMPLE",
                "false",
                "ACERVO_DB_MEMORY",
                "64M");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void whatDoesNotFitIsRefusedAndWhatWasTakenStays() throws Exception {
        String draft = "/api/v1/publications/"
                + PatientClient.object(PatientClient.succeeded(deposit("first")))
                        .getString("id");
        byte[] first = BusyDepositor.pdf("first", 300_000);
        PatientClient.succeeded(put(draft, "first.pdf", first));
        ledger.note(
                "first", new Ledger.Entry("draft", "Informe first", Map.of("first.pdf", BusyDepositor.sha256(first))));
        Path hog = fill(LITTLE);
        HttpResponse<byte[]> refused = put(draft, "second.pdf", BusyDepositor.pdf("second", 3_000_000));
        assertThat(refused.statusCode()).as(PatientClient.text(refused)).isEqualTo(507);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(bulk().statusCode()).isEqualTo(507);
        Path lines = Files.writeString(work.resolve("one.jsonl"), BusyDepositor.document("line", "Informe line"));
        Acervo imported = Acervo.run(work, settings(), "import", lines.toString());
        assertThat(imported.status()).isEqualTo(1);
        assertThat(imported.out() + imported.err()).contains("nearly full").doesNotContain("created");
        assertThat(deposits("little")).as("the database has room").isEmpty();
        fill(0);
        List<String> lost = deposits("none");
        LOG.info(() ->
                lost.size() + " of " + DEPOSITS + " did not fit; the database " + (ended ? "has ended" : "is there"));
        assertThat(FileTree.files(disk.resolve("data/files/staging/arriving"))).isEmpty();

        FileTree.delete(hog);
        if (ended) {
            server.await(END);
            server = Acervo.start(work, settings(), new byte[0], "serve");
        }
        server.awaitReady(port);
        for (String sourceId : lost) {
            PatientClient.succeeded(deposit(sourceId));
            ledger.note(sourceId, new Ledger.Entry("draft", "Informe " + sourceId, Map.of()));
        }
        byte[] second = BusyDepositor.pdf("second", 3_000_000);
        PatientClient.succeeded(put(draft, "second.pdf", second));
        ledger.note(
                "first",
                new Ledger.Entry(
                        "draft",
                        "Informe first",
                        Map.of("first.pdf", BusyDepositor.sha256(first), "second.pdf", BusyDepositor.sha256(second))));
        try (Connection database = Acervo.database(disk.resolve("data"))) {
            new Stocktaking(disk.resolve("data"), client, ledger).take("http://127.0.0.1:" + port, database);
        }
    }

    /** An archive that would take all that is left. */
    private HttpResponse<byte[]> bulk() throws IOException, InterruptedException {
        return client.once("POST", "/api/v1/bulk", new HashMap<>(), BusyDepositor.pdf("bulk", 3_000_000));
    }

    /** Deposits many texts; gives those that were not taken. A database that ends takes the server with it. */
    private List<String> deposits(String name) throws InterruptedException {
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < DEPOSITS; i++) {
            String sourceId = name + "-" + i;
            try {
                HttpResponse<byte[]> answer = deposit(sourceId);
                if (answer.statusCode() < 300) {
                    ledger.note(sourceId, new Ledger.Entry("draft", "Informe " + sourceId, Map.of()));
                    continue;
                }
                assertThat(answer.statusCode()).as(PatientClient.text(answer)).isIn(503, 507);
            } catch (IOException gone) {
                ended = true;
            }
            lost.add(sourceId);
        }
        return lost;
    }

    private HttpResponse<byte[]> deposit(String sourceId) throws IOException, InterruptedException {
        String document = BusyDepositor.document(sourceId, "Informe " + sourceId)
                .replace("Resumen de", "Resumen de " + (sourceId + " ").repeat(1_500));
        return client.once(
                "POST",
                "/api/v1/publications",
                Map.of("Content-Type", "application/json", "Idempotency-Key", sourceId),
                document.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> put(String draft, String name, byte[] content)
            throws IOException, InterruptedException {
        return client.once("PUT", draft + "/files/" + name, new HashMap<>(), content);
    }

    /** A file that leaves no more than so many bytes; gives its folder. */
    private Path fill(long left) throws IOException {
        Path folder = Files.createDirectories(disk.resolve("hog"));
        Path file = folder.resolve("left-" + left);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int block = 1 << 20; block > 0; block >>= 1) {
                fill(out, block, left);
            }
        }
        return folder;
    }

    private void fill(FileChannel out, int block, long left) {
        try {
            while (disk.toFile().getUsableSpace() - block >= left) {
                out.write(ByteBuffer.allocate(block));
            }
        } catch (IOException full) {
            LOG.fine(() -> "No room for " + block + " bytes");
        }
    }
}
