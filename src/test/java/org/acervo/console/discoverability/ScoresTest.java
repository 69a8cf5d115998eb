package org.acervo.console.discoverability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.acervo.catalog.Discoverability.Trait;
import org.acervo.console.discoverability.DiscoverabilityPage.Score;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private final Scores scores = new Scores(Locale.FRENCH);

    @Test
    void theWholeThenEachGuide() {
        // of 2 documents one lacks a PDF, which Scholar alone asks for, one the author
        assertThat(scores.of(2, Map.of(Trait.PDF, 1, Trait.AUTHOR, 1)))
                .extracting(Score::percent)
                .containsExactly(93, 75, 92, 100, 100);
    }

    @Test
    void nothingIsWholeWhileSomethingIsMissing() {
        assertThat(scores.of(100_000, Map.of(Trait.PDF, 1)).get(0))
                .extracting(Score::percent)
                .isEqualTo(99);
        assertThat(scores.of(3, Map.of()).get(0).percent()).isEqualTo(100);
    }

    @Test
    void ofNoDocumentThereIsNone() {
        assertThat(scores.of(0, Map.of())).extracting(Score::text).containsOnly("–");
    }
}
