package org.acervo.publishing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.PublicationId;
import org.acervo.launcher.TestDatabase;
import org.acervo.persistence.Node;

/** Two servers on one new database, their own clocks ten seconds apart, set tombstones on. */
final class TwoNodes implements AutoCloseable {

    private static final Duration APART = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Node first;
    private final Node second;
    private final TestLibrary left;
    private final TestLibrary right;

    TwoNodes() {
        String url = TestDatabase.get().emptied();
        first = new Node(url, true);
        second = new Node(url, true);
        left = library(first, first.disseminations(), APART.negated());
        right = library(second, second.disseminations(), APART);
    }

    private static TestLibrary library(Node node, Disseminations disseminations, Duration offset) {
        return new TestLibrary(
                node.publications(), disseminations, node.transactions(), Clock.offset(Clock.systemUTC(), offset));
    }

    Node first() {
        return first;
    }

    Node second() {
        return second;
    }

    TestLibrary left() {
        return left;
    }

    TestLibrary right() {
        return right;
    }

    /** The first server with other disseminations. */
    TestLibrary left(Disseminations decorated) {
        return library(first, decorated, APART.negated());
    }

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    /** Does everything at the same time and waits for all of it; what fails, fails. */
    void together(Runnable... deeds) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(deeds.length);
        List<Future<?>> all = new ArrayList<>();
        for (Runnable deed : deeds) {
            all.add(threads.submit(() -> {
                barrier.await(30, TimeUnit.SECONDS);
                deed.run();
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get(2, TimeUnit.MINUTES);
        }
    }

    PublicationId publish(DublinCore text) {
        PublicationId id = left.publishing()
                .create(TestLibrary.CURATOR, text)
                .publication()
                .id();
        left.publishing().publish(TestLibrary.CURATOR, id, 1);
        return id;
    }

    int version(PublicationId id) {
        return first.publications().find(id).orElseThrow().version();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        first.close();
        second.close();
    }
}
