package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsoluteUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org", "http://a/b?c=d&e=(f)#g", "urn:isbn:9789290688150",
                        "info:eu-repo/semantics/openAccess",
                "https://example.org/%C3%B1", "https://example.org/ñ", "x:y", "a+b-c.d:e"
            })
    void isAUri(String text) {
        assertThat(AbsoluteUri.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "a:",
                ":a",
                "1a:b",
                "example.org",
                "a b:c",
                "http://",
                "http:///a",
                "http://a b",
                "http://a/%",
                "a:%zz",
                "a:b#c#d",
                "http://[::1]/",
                "a:<b>",
                "a:\u0000",
                "ñ:a",
                "a:\u202E"
            })
    void isNoUri(String text) {
        assertThat(AbsoluteUri.matches(text)).isFalse();
    }
}
