package org.acervo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** When work that nobody waits for lets requests go first. */
class RushTest {

    private Instant now = Instant.parse("2022-06-01T10:00:00Z");
    private final InstantSource time = () -> now;
    private final Rush rush = new Rush(time.withZone(ZoneOffset.UTC), 2);

    private boolean goesFirstAfter(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
        return rush.goesFirst();
    }

    @Test
    void asManyRequestsAsProcessorsGoFirst() {
        assertThat(rush.goesFirst()).isFalse();
        rush.begins();
        assertThat(rush.goesFirst()).isFalse();
        rush.begins();
        assertThat(rush.goesFirst()).isTrue();
        rush.ends();
        assertThat(rush.goesFirst()).isFalse();
    }

    @Test
    void ofARushThatLastsEachSecondMinuteIsForTheRest() {
        rush.begins();
        rush.begins();
        for (int second = 0; second < 240; second++) {
            assertThat(goesFirstAfter(second == 0 ? 0 : 1))
                    .as("second %d", second)
                    .isEqualTo(second / 60 % 2 == 0);
        }
    }

    @Test
    void aMomentOfQuietDoesNotBeginTheMinuteAgain() {
        rush.begins();
        rush.begins();
        assertThat(goesFirstAfter(0)).isTrue();
        for (int pause = 0; pause < 5; pause++) {
            rush.ends();
            assertThat(goesFirstAfter(1)).isFalse();
            rush.begins();
            assertThat(goesFirstAfter(9)).isTrue();
        }
        assertThat(goesFirstAfter(10)).as("a minute after the first").isFalse();
        assertThat(goesFirstAfter(11)).as("after a lull").isTrue();
    }
}
