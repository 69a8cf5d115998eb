package org.acervo.deposit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.acervo.deposit.webhook.Trouble.Reason;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void each_is_told_in_every_language_and_kept_as_it_is(Reason reason) {
        Trouble trouble = new Trouble(reason, reason == Reason.OTHER ? "words" : "500 {0} it’s");
        Set<String> told = new HashSet<>();
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            assertThat(trouble.told(language)).isNotBlank().doesNotContain("'");
            told.add(trouble.told(language));
        }
        assertThat(told).hasSize(reason == Reason.OTHER ? 1 : InterfaceLanguage.values().length);
        assertThat(Trouble.parse(trouble.kept())).isEqualTo(trouble);
        assertThat(Trouble.parse(reason.code()).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it answered with status 500", "TLS: no", "the secret cannot be read"})
    void what_an_earlier_version_kept_is_shown_as_it_is(String kept) {
        assertThat(Trouble.parse(kept).told(InterfaceLanguage.ES)).isEqualTo(kept);
    }
}
