package org.acervo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/problem+json",
                "text/html;q=0.5, application/ld+json",
                "*/*;q=0.1, Application/JSON"
            })
    void programsThatAskForJsonGetIt(String accept) {
        assertThat(AcceptedTypes.preferJson(accept, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json;q=0.2, text/html",
                "text/*, application/json;q=strange"
            })
    void peopleGetAPage(String accept) {
        assertThat(AcceptedTypes.preferJson(accept, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "", ";;;/", ",,,", "q=1", "application/json, text/html"})
    void whoDoesNotSayGetsWhatIsUsual(String accept) {
        assertThat(AcceptedTypes.preferJson(accept, true)).isTrue();
        assertThat(AcceptedTypes.preferJson(accept, false)).isFalse();
    }

    @Test
    void whoSaysNothingGetsWhatIsUsual() {
        assertThat(AcceptedTypes.preferJson(null, true)).isTrue();
        assertThat(AcceptedTypes.preferJson(null, false)).isFalse();
    }
}
