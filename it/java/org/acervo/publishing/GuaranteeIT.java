package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.acervo.catalog.PublicationId;
import org.acervo.launcher.TestDatabase;
import org.acervo.oai.OaiProvider;
import org.acervo.persistence.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The guarantee: a harvester that asks from the responseDate of its last harvest's first response never misses a change.
 * Two servers share a database; their clocks are ten seconds apart; six writers never pause.
 */
class GuaranteeIT {

    private static final Duration RUN = Duration.ofSeconds(12);
    private static final int WRITERS = 6;

    private Node first;
    private Node second;
    private TestLibrary left;
    private TestLibrary right;
    private final CopyOnWriteArrayList<PublicationId> known = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void start() {
        String url = TestDatabase.get().emptied();
        first = new Node(url, true);
        second = new Node(url, true);
        left = library(first, Duration.ofSeconds(-5));
        right = library(second, Duration.ofSeconds(5));
    }

    @AfterEach
    void end() {
        stop.set(true);
        threads.shutdownNow();
        first.close();
        second.close();
    }

    @Test
    void noChangeIsMissedUnderManyWritersOnTwoServers() throws Exception {
        Harvester all = new Harvester(null);
        Harvester mexico = new Harvester("mission:mexico");
        Harvester climate = new Harvester("theme:environment-climate");
        List<OaiProvider> providers = List.of(left.provider(7), right.provider(50));
        List<Future<Integer>> writers = write();
        Instant end = Instant.now().plus(RUN);
        int harvests = 0;
        while (Instant.now().isBefore(end)) {
            OaiProvider provider = providers.get(harvests++ % 2);
            List.of(all, mexico, climate).forEach(harvester -> harvester.harvest(provider));
        }
        int changes = finish(writers);
        for (Harvester harvester : List.of(all, mexico, climate)) {
            harvester.harvest(providers.get(0));
        }

        assertThat(changes).isGreaterThan(200);
        assertThat(harvests).isGreaterThan(20);
        assertThat(all.copy()).isEqualTo(fresh(null));
        assertThat(live(mexico.copy())).isEqualTo(live(fresh("mission:mexico")));
        assertThat(live(climate.copy())).isEqualTo(live(fresh("theme:environment-climate")));
        noPayloadIsStale();
    }

    @Test
    void aFullHarvestHasEveryRecordThatExistedThroughout() throws Exception {
        List<PublicationId> still = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Publishing.Saved draft =
                    left.publishing().create(TestLibrary.CURATOR, TestLibrary.report("still-" + i, "Still " + i));
            left.publishing().publish(TestLibrary.CURATOR, draft.publication().id(), 1);
            still.add(draft.publication().id());
        }
        AtomicBoolean revising = new AtomicBoolean(true);
        Future<?> reviser = threads.submit(() -> {
            for (int i = 0; revising.get(); i++) {
                PublicationId id = still.get(i % still.size());
                int version = first.publications().find(id).orElseThrow().version();
                left.publishing()
                        .save(
                                TestLibrary.CURATOR,
                                id,
                                version,
                                TestLibrary.report("still-" + i % still.size(), "Revised " + i));
            }
        });
        for (int round = 0; round < 10; round++) {
            Map<Long, String> told = new Harvester(null).harvest(right.provider(5));
            assertThat(told.keySet())
                    .containsAll(still.stream().map(PublicationId::value).toList());
        }
        revising.set(false);
        reviser.get();
    }

    private List<Future<Integer>> write() {
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            boolean even = i % 2 == 0;
            writers.add(threads.submit(new Writer(
                    "w" + i, even ? left : right, (even ? first : second).publications(), known, stop)));
        }
        return writers;
    }

    private int finish(List<Future<Integer>> writers) throws Exception {
        stop.set(true);
        int changes = 0;
        for (Future<Integer> writer : writers) {
            changes += writer.get();
        }
        return changes;
    }

    /** What a harvester gets that begins only now. */
    private Map<Long, String> fresh(@Nullable String set) {
        Harvester late = new Harvester(set);
        late.harvest(left.provider(100));
        return late.copy();
    }

    private static Map<Long, String> live(Map<Long, String> copy) {
        return copy.entrySet().stream()
                .filter(entry -> !entry.getValue().equals("deleted"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** Rendering everything again changes nothing: what is kept is what the database now says. */
    private void noPayloadIsStale() {
        Rerendering.Report report = left.rerendering().all(looked -> {});
        assertThat(report.looked()).isEqualTo(known.size());
        assertThat(report.moved()).isZero();
    }

    private static TestLibrary library(Node node, Duration offset) {
        return new TestLibrary(
                node.publications(),
                node.disseminations(),
                node.transactions(),
                Clock.offset(Clock.systemUTC(), offset));
    }
}
