package org.acervo.publishing;

import static org.acervo.publishing.TestLibrary.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Tick;
import org.acervo.oai.OaiProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A writer takes its place in the order at :32 and commits at :34. A harvester asks at :33, another server, and again
 * later. With the time of the committed row as responseDate it finds the record; with a clock's time it never does.
 */
class StraddlingCommitIT {

    private final TwoNodes nodes = new TwoNodes();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private @Nullable Tick taken;

    private final Harvester careful = new Harvester(null);
    private final Harvester control = new Harvester(null);
    private OaiProvider provider;
    private OaiProvider providerWithClock;

    @BeforeEach
    void start() {
        provider = nodes.right().provider(10);
        TestLibrary withClock = new TestLibrary(
                nodes.second().publications(),
                Decorated.now(
                        nodes.second().disseminations(), () -> Instant.now().truncatedTo(ChronoUnit.SECONDS)),
                nodes.second().transactions(),
                Clock.systemUTC());
        providerWithClock = withClock.provider(10);
    }

    @AfterEach
    void end() {
        goOn.countDown();
        nodes.close();
    }

    @Test
    void isFoundByWhoAsksAgain() throws Exception {
        PublicationId before = nodes.publish(report("before", "Before"));
        PublicationId id = nodes.left()
                .publishing()
                .create(TestLibrary.CURATOR, report("late", "Late"))
                .publication()
                .id();
        TestLibrary slow = nodes.left(Decorated.holding(nodes.first().disseminations(), this::hold));
        Future<?> writer = nodes.start(() -> slow.publishing().publish(TestLibrary.CURATOR, id, 1));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
        TimeUnit.MILLISECONDS.sleep(1_500);

        Instant asked = Instant.now();
        harvest();
        assertThat(Duration.between(asked, Instant.now()))
                .as("readers do not wait for writers")
                .isLessThan(Duration.ofSeconds(5));
        assertThat(careful.copy()).containsOnlyKeys(before.value());
        goOn.countDown();
        writer.get(30, TimeUnit.SECONDS);
        harvest();
        TimeUnit.MILLISECONDS.sleep(1_100);
        harvest();

        assertThat(careful.copy()).containsOnlyKeys(before.value(), id.value());
        assertThat(control.copy()).as("with a clock's time the record is lost").containsOnlyKeys(before.value());
        assertThat(nodes.first().disseminations().find(id, "oai_dc"))
                .get()
                .matches(record -> taken != null && record.datestamp().equals(taken.datestamp()));
    }

    private void hold(Tick tick) {
        taken = tick;
        held.countDown();
        try {
            goOn.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void harvest() {
        careful.harvest(provider);
        control.harvest(providerWithClock);
    }
}
