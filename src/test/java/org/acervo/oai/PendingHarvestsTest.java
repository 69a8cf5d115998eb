package org.acervo.oai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingHarvestsTest {

    private static final Instant NOON = SampleRepository.NOON;

    @Test
    void stepsOfAHarvestAddUp() {
        PendingHarvests pending = new PendingHarvests(10);
        pending.add(step(1, NOON, 100, false));
        pending.add(step(2, NOON, 7, true));
        pending.add(step(1, NOON.plusSeconds(4), 50, true));
        assertThat(pending.drain())
                .containsExactly(
                        new Harvest(1, NOON, NOON.plusSeconds(4), "::1", "", "a=1", 2, 150, 0, true),
                        new Harvest(2, NOON, NOON, "::1", "", "a=1", 1, 7, 0, true));
        assertThat(pending.drain()).isEmpty();
    }

    @Test
    void floodOfHarvestsIsCountedNotKept() {
        PendingHarvests pending = new PendingHarvests(2);
        for (long id = 1; id <= 5; id++) {
            pending.add(step(id, NOON, 1, true));
        }
        pending.add(step(2, NOON, 1, true));
        assertThat(pending.drain()).extracting(Harvest::pages).containsExactly(1L, 2L);
        assertThat(pending.leftOut()).isEqualTo(3);
    }

    private static HarvestStep step(long id, Instant at, int records, boolean complete) {
        return new HarvestStep(new OaiAnswer.Chain(id, "a=1"), at, "::1", "", records, 0, complete);
    }
}
