package org.acervo.deposit.bulk;

import static org.acervo.deposit.bulk.BulkHouse.PUBLISHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.acervo.catalog.InMemoryPublications;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.catalog.Transactions;
import org.acervo.deposit.bulk.BulkJob.Then;
import org.acervo.deposit.bulk.persistence.BulkTables;
import org.acervo.files.InMemoryFiles;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on a real database: killed anywhere, run by several at once, sent again, and fast enough. */
class BulkIT {

    private static final Logger LOG = Logger.getLogger(BulkIT.class.getName());
    private static final String HEADER = "title [es];description [es];type;theme;date;language;access;rights;sourceId";

    /** A kill: nothing catches it but the test. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Counts calls of ports, and ends the process, so to say, before or after one of them. */
    private static final class Fuse {
        private int left = Integer.MAX_VALUE;

        <T> T on(Class<T> type, T port) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        burn();
                        try {
                            Object result = method.invoke(port, arguments);
                            burn();
                            return result;
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }

        private void burn() {
            if (--left == 0) {
                throw new Killed();
            }
        }
    }

    @TempDir
    Path data;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Node node = new Node(TestDatabase.get().emptied(), true);

    @AfterEach
    void close() {
        threads.shutdownNow();
        node.close();
    }

    private BulkHouse house(Fuse fuse) {
        return new BulkHouse(
                data,
                fuse.on(BulkJobs.class, new BulkTables(node.database())),
                fuse.on(Publications.class, node.publications()),
                node.disseminations(),
                fuse.on(Transactions.class, node.transactions()),
                new InMemoryFiles(new InMemoryPublications(), Clock.systemUTC()),
                threads);
    }

    private static byte[] sheet(int rows, Predicate<Integer> hasKey) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < rows; i++) {
            lines.add("Título " + i + ";Resumen " + i
                    + ";informe;migration-data;2021-02;es;metadata-only;https://creativecommons.org/licenses/by-nc-nd/3.0/igo/;"
                    + (hasKey.test(i) ? "k-" + i : ""));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private long published() {
        return node.publications().counts().getOrDefault(State.PUBLISHED, 0L);
    }

    @Test
    void aJobThatIsKilledBetweenAnyTwoStepsDoesEachRowOnce() {
        Fuse fuse = new Fuse();
        BulkHouse house = house(fuse);
        byte[] sheet = sheet(4, i -> i % 2 == 0);
        fuse.left = 1_000_000;
        BulkJob first = house.accept(PUBLISHER, Then.PUBLISH, false, sheet(4, i -> false));
        int before = fuse.left;
        house.runner().run(first, () -> false);
        int steps = before - fuse.left;
        fuse.left = Integer.MAX_VALUE;
        assertThat(steps).isGreaterThan(50);
        long expected = published();
        for (int kill = 1; kill <= steps; kill += kill < 60 ? 1 : 7) {
            byte[] others = new String(sheet, StandardCharsets.UTF_8)
                    .replace("k-", "k" + kill + "-")
                    .getBytes(StandardCharsets.UTF_8);
            BulkJob job = house.accept(PUBLISHER, Then.PUBLISH, false, others);
            fuse.left = kill;
            try {
                house.runner().run(job, () -> false);
            } catch (Killed killed) {
                // and started again
            }
            fuse.left = Integer.MAX_VALUE;
            house.runner().run(house.jobs().find(job.id()).orElseThrow(), () -> false);
            expected += 4;
            assertThat(house.jobs().tally(job.id()))
                    .as("killed at " + kill)
                    .isEqualTo(Map.of(Outcome.Result.CREATED, 4));
            assertThat(house.jobs().find(job.id()).orElseThrow().state()).isEqualTo(BulkJob.State.DONE);
            assertThat(published()).as("killed at " + kill).isEqualTo(expected);
        }
    }

    @Test
    void severalRunsOfOneJobDoEachRowOnce() throws Exception {
        BulkHouse house = house(new Fuse());
        BulkJob job = house.accept(PUBLISHER, Then.PUBLISH, false, sheet(150, i -> false));
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(threads.submit(() -> house.runner().run(job, () -> false)));
        }
        for (Future<?> run : runs) {
            run.get(2, TimeUnit.MINUTES);
        }
        assertThat(house.jobs().tally(job.id())).isEqualTo(Map.of(Outcome.Result.CREATED, 150));
        assertThat(published()).isEqualTo(150);
    }

    @Test
    void theAnswerSentAgainChangesNothing() {
        BulkHouse house = house(new Fuse());
        BulkJob job = house.run(sheet(120, i -> i % 3 == 0));
        byte[] answer = house.answer(PUBLISHER, job, InterfaceLanguage.PT);
        for (int i = 0; i < 2; i++) {
            BulkJob again = house.run(answer);
            assertThat(house.jobs().tally(again.id())).isEqualTo(Map.of(Outcome.Result.UNCHANGED, 120));
            answer = house.answer(PUBLISHER, again, InterfaceLanguage.EN);
        }
        assertThat(published()).isEqualTo(120);
    }

    @Test
    void rowsAreDepositedQuickly() {
        BulkHouse house = house(new Fuse());
        house.run(sheet(500, i -> false));
        BulkJob job = house.accept(PUBLISHER, Then.PUBLISH, false, sheet(2_000, i -> true));
        long start = System.nanoTime();
        house.runner().run(job, () -> false);
        double seconds = (System.nanoTime() - start) / 1e9;
        BulkJob drafts = house.accept(PUBLISHER, Then.DRAFT, false, sheet(2_000, i -> false));
        long second = System.nanoTime();
        house.runner().run(drafts, () -> false);
        double draftSeconds = (System.nanoTime() - second) / 1e9;
        LOG.info(() ->
                String.format("%.0f rows/s published, %.0f rows/s as drafts", 2_000 / seconds, 2_000 / draftSeconds));
        assertThat(published()).isEqualTo(2_500);
    }
}
