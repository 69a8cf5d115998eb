package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.CURATOR;
import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.acervo.catalog.Element;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.oai.OaiProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records move between sets on two servers; with set tombstones, whoever harvests one set always has what is in it. */
class SetMovesIT {

    private static final List<String> THEMES = List.of("migration-data", "labour-mobility", "environment-climate");

    private final TwoNodes nodes = new TwoNodes();
    private final AtomicBoolean stop = new AtomicBoolean();

    @AfterEach
    void end() {
        stop.set(true);
        nodes.close();
    }

    /** Many changes a second meet at the boundary of two; few leave seconds in which only one record has changed. */
    @ParameterizedTest
    @CsvSource({"30, 0, 8", "2, 900, 20"})
    void areSeenByWhoHarvestsTheSetThatWasLeft(int records, int pause, int seconds) throws Exception {
        List<PublicationId> ids = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            ids.add(nodes.publish(report("r" + i, "R", "mexico", THEMES.get(i % 3))));
        }
        Future<Integer> left = nodes.start(() -> move(nodes.left(), ids.subList(0, records / 2), pause));
        Future<Integer> right = nodes.start(() -> move(nodes.right(), ids.subList(records / 2, records), pause));
        List<Harvester> harvesters =
                THEMES.stream().map(theme -> new Harvester("theme:" + theme)).toList();
        List<OaiProvider> providers =
                List.of(nodes.left().provider(3), nodes.right().provider(100));
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        for (int i = 0; Instant.now().isBefore(end); i++) {
            OaiProvider provider = providers.get(i % 2);
            harvesters.forEach(each -> each.harvest(provider));
            TimeUnit.MILLISECONDS.sleep(pause);
        }
        stop.set(true);
        assertThat(left.get() + right.get()).isGreaterThan(seconds);
        harvesters.forEach(each -> each.harvest(providers.get(0)));

        for (int i = 0; i < THEMES.size(); i++) {
            assertThat(live(harvesters.get(i))).as(THEMES.get(i)).isEqualTo(members(ids, THEMES.get(i)));
        }
    }

    private int move(TestLibrary library, List<PublicationId> ids, int pause) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(ids.get(0).value());
        int done = 0;
        while (!stop.get()) {
            PublicationId id = ids.get(random.nextInt(ids.size()));
            Publication current = nodes.first().publications().find(id).orElseThrow();
            String sourceId = current.metadata().value(Element.SOURCE_ID);
            String theme = THEMES.get(random.nextInt(THEMES.size()));
            library.publishing().save(CURATOR, id, current.version(), report(sourceId, "R " + done++, "mexico", theme));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(pause + 1));
        }
        return done;
    }

    private static Set<Long> live(Harvester harvester) {
        return harvester.copy().entrySet().stream()
                .filter(entry -> !entry.getValue().equals("deleted"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Long> members(List<PublicationId> ids, String theme) {
        return ids.stream()
                .filter(id -> nodes.first()
                        .publications()
                        .find(id)
                        .orElseThrow()
                        .metadata()
                        .values(Element.THEME)
                        .contains(theme))
                .map(PublicationId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
