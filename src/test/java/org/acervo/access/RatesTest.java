package org.acervo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTest {

    private long now;
    private final Rates rates = new Rates(2, 3, () -> now);

    @Test
    void a_burst_is_served_and_then_the_steady_rate() {
        for (int i = 0; i < 3; i++) {
            assertThat(rates.take("a")).isZero();
        }
        assertThat(rates.take("a")).isBetween(Duration.ofMillis(500), Duration.ofMillis(501));
        assertThat(rates.take("b")).isZero();
        now += Duration.ofMillis(250).toNanos();
        assertThat(rates.take("a")).isBetween(Duration.ofMillis(250), Duration.ofMillis(251));
        now += Duration.ofMillis(251).toNanos();
        assertThat(rates.take("a")).isZero();
        assertThat(rates.take("a")).isPositive();
    }

    @Test
    void a_bucket_does_not_overflow() {
        rates.take("a");
        now += Duration.ofDays(1).toNanos();
        for (int i = 0; i < 3; i++) {
            assertThat(rates.take("a")).isZero();
        }
        assertThat(rates.take("a")).isPositive();
    }

    @Test
    void who_insists_is_served_when_it_is_time() {
        for (int i = 0; i < 3; i++) {
            rates.take("a");
        }
        for (int i = 0; i < 5; i++) {
            now += Duration.ofMillis(99).toNanos();
            assertThat(rates.take("a")).isPositive();
        }
        now += Duration.ofMillis(6).toNanos();
        assertThat(rates.take("a")).isZero();
    }
}
