package org.acervo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.acervo.catalog.InMemoryPublications;
import org.junit.jupiter.api.Test;

/** When the index had better wait for the end of what is written. */
class FloodTest {

    private long newest = 1_000;
    private Instant now = Instant.parse("2022-06-01T10:00:00Z");
    private final InstantSource time = () -> now;
    private final InMemoryPublications publications = new InMemoryPublications() {
        @Override
        public Since since(long after, int limit) {
            return new Since(List.of(), List.of(), newest, newest);
        }
    };
    private final Flood flood = new Flood(publications, time.withZone(ZoneOffset.UTC));

    private long after(Duration pause, long changes) {
        now = now.plus(pause);
        newest += changes;
        return flood.height(1_000);
    }

    private long afterASecond(long changes) {
        return after(Duration.ofSeconds(1), changes);
    }

    @Test
    void whatPeopleAndTheirSheetsWriteIsNone() {
        assertThat(flood.height(1_000)).isZero();
        assertThat(afterASecond(0)).isZero();
        assertThat(afterASecond(320)).isZero();
        assertThat(afterASecond(400)).isZero();
    }

    @Test
    void anImportIsOneUntilItEnds() {
        assertThat(flood.height(1_000)).isZero();
        assertThat(after(Duration.ofMillis(700), 500)).isEqualTo(500);
        assertThat(afterASecond(1_500)).isEqualTo(2_000);
        assertThat(afterASecond(100)).isZero();
    }

    @Test
    void nothingWaitsLongerThanAMinute() {
        assertThat(flood.height(1_000)).isZero();
        for (int second = 1; second <= 60; second++) {
            assertThat(afterASecond(1_000)).as("second %d", second).isEqualTo(1_000L * second);
        }
        assertThat(afterASecond(1_000)).isZero();
        assertThat(afterASecond(1_000)).isEqualTo(62_000);
    }

    @Test
    void aClockThatGoesBackMakesNone() {
        assertThat(afterASecond(1_000)).isZero();
        assertThat(after(Duration.ofSeconds(-5), 1_000)).isZero();
        assertThat(afterASecond(1_000)).isEqualTo(3_000);
    }
}
