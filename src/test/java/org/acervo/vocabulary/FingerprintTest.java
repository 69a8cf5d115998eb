package org.acervo.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Mission MEXICO =
            new Mission("mexico", Labels.same("Mexico"), List.of("MX"), Mission.Defaults.NONE, true);
    private static final Mission BELIZE =
            new Mission("belize", Labels.same("Belize"), List.of("BZ"), Mission.Defaults.NONE, true);

    @Test
    void the_same_content_has_the_same_fingerprint() {
        assertThat(FewVocabularies.all().fingerprint())
                .isEqualTo(FewVocabularies.all().fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void neither_the_order_of_missions_nor_their_review_counts() {
        Mission direct = new Mission("belize", Labels.same("Belize"), List.of("BZ"), Mission.Defaults.NONE, false);
        assertThat(of(List.of(direct, MEXICO), Map.of())).isEqualTo(of(List.of(MEXICO, BELIZE), Map.of()));
    }

    @Test
    void a_label_a_default_and_the_name_of_a_subdivision_count() {
        Mission renamed = new Mission("mexico", Labels.same("México"), List.of("MX"), Mission.Defaults.NONE, true);
        Mission defaulting = new Mission(
                "mexico", Labels.same("Mexico"), List.of("MX"), new Mission.Defaults(null, null, "es", null), true);
        String plain = of(List.of(MEXICO), Map.of());
        assertThat(List.of(
                        plain,
                        of(List.of(renamed), Map.of()),
                        of(List.of(defaulting), Map.of()),
                        of(List.of(MEXICO), Map.of("MX-CHP", "Chiapas"))))
                .doesNotHaveDuplicates();
    }

    private static String of(List<Mission> missions, Map<String, String> subdivisions) {
        return new Vocabularies(
                        missions,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Languages(Map.of()),
                        new Places(subdivisions))
                .fingerprint();
    }
}
