package org.acervo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.acervo.launcher.Acervo;
import org.acervo.launcher.FreePort;
import org.junit.jupiter.api.Test;

/**
 * Missions deposit in every way while the server, its database or both are killed at any moment, and started again. What
 * they were told that is done is there at the end, once and whole; what they were not is not half there.
 *
 * <p>{@code -Dkills=100} for more of them, {@code -Dkills.seed=} for those of another run again.
 */
class KillsIT {

    private static final Logger LOG = Logger.getLogger(KillsIT.class.getName());
    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    private static final int FIRST_STARTS = 2;
    private static final int WRITERS = 3;
    private static final Duration END = Duration.ofSeconds(90);
    private static final int LONGEST_WORK = 5_000;

    /** What is killed. */
    private enum Victim {
        SERVER,
        DATABASE,
        BOTH
    }

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Ledger ledger = new Ledger();
    private Path work;
    private Path data;
    private int port;
    private Acervo server;
    private long startMillis = 10_000;

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        LOG.info(() -> KILLS + " kills, -Dkills.seed=" + SEED);
        prepare();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            killFirstStarts();
            PatientClient client = new PatientClient("http://127.0.0.1:" + port, token());
            List<Future<Integer>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                work.add(threads.submit(new BusyDepositor("w" + i, random.nextLong(), client, ledger, stop)));
            }
            work.add(threads.submit(new SheetDepositor(client, ledger, stop)));
            for (int i = FIRST_STARTS; i < KILLS; i++) {
                killSomewhere(work);
            }
            server.awaitReady(port);
            stop.set(true);
            for (Future<Integer> each : work) {
                assertThat(each.get(8, TimeUnit.MINUTES)).isPositive();
            }
            LOG.info(() -> "%d requests acknowledged, %d sent again, %d publications, %d abandoned, -Dkills.seed=%d"
                    .formatted(
                            ledger.count(),
                            client.again(),
                            ledger.entries().size(),
                            ledger.abandoned().size(),
                            SEED));
            try (Connection database = Acervo.database(data)) {
                new Stocktaking(data, client, ledger).take("http://127.0.0.1:" + port, database);
            }
        } finally {
            stop.set(true);
            server.close();
            threads.shutdownNow();
        }
    }

    private void prepare() throws IOException {
        work = Path.of("target", "it-kills").toAbsolutePath();
        FileTree.delete(work);
        Files.createDirectories(work);
        data = work.resolve("data");
        port = FreePort.find();
        start();
    }

    private void start() {
        Map<String, String> settings = settings();
        server = Acervo.start(work, settings, new byte[0], "serve");
    }

    private Map<String, String> settings() {
        return Map.of(
                "ACERVO_HTTP_PORT",
                Integer.toString(port),
                "ACERVO_DATA",
                data.toString(),
                "ACERVO_SAMPLE",
                "false",
                "ACERVO_DB_MEMORY",
                "128M");
    }

    /** An empty data directory is killed while it becomes a library. */
    private void killFirstStarts() {
        for (int i = 0; i < FIRST_STARTS; i++) {
            rest(random.nextInt(500, 15_000));
            LOG.info("Kill in the first start");
            kill(Victim.BOTH, false);
            start();
        }
        startMillis = server.awaitReady(port).toMillis();
    }

    private void killSomewhere(List<Future<Integer>> work) throws Exception {
        Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
        boolean starting = random.nextInt(4) == 0;
        if (starting) {
            rest(random.nextInt((int) Math.max(1, startMillis)));
        } else {
            startMillis = server.awaitReady(port).toMillis();
            rest(random.nextInt(100, LONGEST_WORK));
        }
        for (Future<Integer> each : work) {
            if (each.isDone()) {
                each.get(); // it has failed
            }
        }
        LOG.info(() -> "Kill of " + victim + (starting ? " in a start, " : ", ") + ledger.count() + " acknowledged");
        kill(victim, !starting && random.nextBoolean());
        start();
    }

    /** @param alone whether the server may see by itself that its database is gone */
    private void kill(Victim victim, boolean alone) {
        if (victim != Victim.SERVER) {
            Acervo.databasesOf(data.resolve("mariadb").resolve("data")).forEach(ProcessHandle::destroyForcibly);
        }
        if (victim != Victim.DATABASE || !alone) {
            server.kill();
        }
        server.await(END);
    }

    private String token() {
        Acervo made = Acervo.run(work, settings(), "token", "mexico", "--scope", "deposit,publish,read");
        assertThat(made.status()).as(made.err()).isZero();
        return made.out().strip();
    }

    private static void rest(int milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }
}
