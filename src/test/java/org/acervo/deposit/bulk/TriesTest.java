package org.acervo.deposit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TriesTest {

    private final Tries tries = new Tries();

    @Test
    void aRunThatBreaksOffAgainAndAgainIsGivenUpUnlessRowsComeOfIt() {
        for (int i = 0; i < 4; i++) {
            assertThat(tries.hasMore("a", 0)).isTrue();
        }
        assertThat(tries.hasMore("a", 1)).as("a row was settled").isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(tries.hasMore("a", 1)).isTrue();
        }
        assertThat(tries.hasMore("a", 1)).isFalse();
        assertThat(tries.hasMore("b", 1)).isTrue();
    }
}
