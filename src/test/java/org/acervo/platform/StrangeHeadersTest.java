package org.acervo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrangeHeadersTest {

    private static boolean isKept(String name, String value) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(name, value);
        StrangeHeaders.clean(headers);
        return headers.containsKey(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Accept-Language | es",
                "Accept-Language | es-419, es;q=0.9, en ; q = 0.8,*;q=0.1",
                "Accept | */*",
                "Accept | text/html, application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "Accept | application/ld+json;profile=\"https://www.w3.org/ns/json-ld#compacted a,b\";q=0.5, text/html;level=1;q=1.000",
                "If-None-Match | *",
                "If-None-Match | \"abc\", W/\"d,e\"",
            })
    void whatCanBeReadIsKept(String name, String value) {
        assertThat(isKept(name, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Accept-Language | es;q=x",
                "Accept-Language | es;q=1.5",
                "Accept-Language | ñ",
                "Accept-Language | es,,",
                "Accept | text",
                "Accept | text/html;q=nan",
                "Accept | text/html;a",
                "If-None-Match | garbage",
                "If-None-Match | \"a",
                "If-None-Match | \"a\" \"b\"",
            })
    void whatCannotBeReadIsTakenAway(String name, String value) {
        assertThat(isKept(name, value)).isFalse();
    }

    @Test
    void veryLongOnesAreReadInNoTime() {
        assertThat(isKept("Accept", "text/html;a=b,".repeat(5_000) + "x")).isFalse();
        assertThat(isKept("Accept-Language", "es-419,".repeat(5_000) + "es")).isTrue();
        assertThat(isKept("If-None-Match", "\"a\",".repeat(5_000))).isFalse();
    }

    @Test
    void othersAreLeftAlone() {
        assertThat(isKept("If-Match", "garbage")).isTrue();
    }
}
