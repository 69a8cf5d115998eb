package org.acervo.oai.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acervo.catalog.XmlWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawArgumentsTest {

    @Test
    void readsNamesAndValues() {
        assertThat(read("verb=ListSets&a=1&a=2&&b&c=d=e&f+g=h%20i%2Bj"))
                .isEqualTo(Map.of(
                        "verb",
                        List.of("ListSets"),
                        "a",
                        List.of("1", "2"),
                        "b",
                        List.of(""),
                        "c",
                        List.of("d=e"),
                        "f g",
                        List.of("h i+j")));
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"%C3%A9, é", "%F0%9F%98%80, 😀", "Ã©, é", "%E2%82%AC%e2%82%ac, €€"})
    void readsUtf8(String encoded, String text) {
        assertThat(read("a=" + encoded)).isEqualTo(Map.of("a", List.of(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "%4", "%zz", "%FF", "%C3", "%C3%28", "%ED%A0%80", "%F5%80%80%80", "%00", "é", "%C0%AF"})
    void whatCannotBeDecodedIsNoText(String encoded) {
        String value =
                read("a=x" + encoded + "y").getOrDefault("a", List.of("")).get(0);
        assertThat(value).startsWith("x").endsWith("y");
        assertThat(XmlWriter.accepts(value)).isFalse();
    }

    private static Map<String, List<String>> read(String encoded) {
        RawArguments arguments = new RawArguments();
        arguments.add(encoded);
        return arguments.all();
    }
}
