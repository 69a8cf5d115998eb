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

    private void begins(int requests) {
        for (int i = 0; i < requests; i++) {
            rush.begins();
        }
    }

    @Test
    void manyRequestsGoFirst() {
        assertThat(rush.goesFirst()).isFalse();
        begins(1);
        assertThat(rush.goesFirst()).isFalse();
        begins(1);
        assertThat(rush.goesFirst()).isTrue();
    }

    @Test
    void aMomentBetweenRequestsIsNotForTheRest() {
        begins(2);
        rush.ends();
        assertThat(goesFirstAfter(2)).isTrue();
        assertThat(goesFirstAfter(1)).isFalse();
        begins(1);
        assertThat(rush.goesFirst()).isTrue();
    }

    @Test
    void ofARushThatLastsEachSecondMinuteIsForTheRest() {
        begins(2);
        for (int second = 0; second < 240; second++) {
            assertThat(goesFirstAfter(second == 0 ? 0 : 1))
                    .as("second %d", second)
                    .isEqualTo(second / 60 % 2 == 0);
        }
    }

    @Test
    void theMinuteOfTheRestIsNotLostToWorkThatTakesLong() {
        begins(2);
        assertThat(goesFirstAfter(0)).isTrue();
        assertThat(goesFirstAfter(60)).isFalse();
        assertThat(goesFirstAfter(15)).as("nobody has asked meanwhile").isFalse();
        assertThat(goesFirstAfter(45)).isTrue();
    }

    @Test
    void aMomentOfQuietDoesNotBeginTheMinuteAgain() {
        begins(2);
        for (int pause = 0; pause < 5; pause++) {
            rush.ends();
            now = now.plusSeconds(10);
            begins(1);
            assertThat(rush.goesFirst()).isTrue();
        }
        assertThat(goesFirstAfter(10)).as("a minute after the first").isFalse();
        rush.ends();
        assertThat(goesFirstAfter(11)).isFalse();
        begins(1);
        assertThat(rush.goesFirst()).as("after a lull").isTrue();
    }
}
