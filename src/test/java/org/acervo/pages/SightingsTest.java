package org.acervo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SightingsTest {

    private Instant now = Instant.parse("2024-05-01T12:00:00.200Z");

    private final Sightings sightings = new Sightings(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void after(long millis) {
        now = now.plusMillis(millis);
    }

    @Test
    void whatStaysHasTheTimeOfItsFirstSighting() {
        Instant first = Instant.parse("2024-05-01T12:00:00Z");
        assertThat(sightings.since("/a", "one")).isEqualTo(first);
        after(90_000);
        assertThat(sightings.since("/a", "one")).isEqualTo(first);
        assertThat(sightings.since("/b", "one")).isEqualTo(Instant.parse("2024-05-01T12:01:30Z"));
    }

    @Test
    void aChangeWithinTheSameSecondIsTold() {
        Instant first = sightings.since("/a", "one");
        after(300);
        assertThat(sightings.since("/a", "two")).isNull();
        after(300);
        assertThat(sightings.since("/a", "two")).isNull();
        assertThat(sightings.since("/a", "one"))
                .as("not even what it was before")
                .isNull();
        after(5_000);
        assertThat(sightings.since("/a", "one")).isAfter(first.plusSeconds(1));
    }

    @Test
    void whatIsForgottenCountsAsNew() {
        Instant first = sightings.since("/a", "one");
        after(5_000);
        for (int i = 0; i < 10_001; i++) {
            sightings.since("/" + i, "x");
        }
        assertThat(sightings.since("/a", "one")).isAfter(first);
    }
}
