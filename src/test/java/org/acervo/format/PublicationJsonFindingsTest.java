package org.acervo.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.acervo.format.PublicationJson.Reading;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationJsonFindingsTest {

    private static final String TEXT = "\"…\"";

    private static List<Finding> findings(String json) {
        return PublicationJson.read(json.replace('\'', '"')).findings();
    }

    private static Arguments found(String json, Rule rule, String pointer, @Nullable String given, String... expected) {
        return Arguments.of(json, Finding.of(rule, pointer, given, expected));
    }

    static Stream<Arguments> oneFindingEach() {
        return Stream.of(
                found("[]", Rule.NOT_AN_OBJECT, "", "[…]", "{…}"),
                found("'text'", Rule.NOT_AN_OBJECT, "", "text", "{…}"),
                found("null", Rule.NOT_AN_OBJECT, "", "null", "{…}"),
                found("{'titel': 'T'}", Rule.UNKNOWN_MEMBER, "/titel", "titel", "title"),
                found("{'Abstract': 'T'}", Rule.UNKNOWN_MEMBER, "/Abstract", "Abstract", "description"),
                found("{'licence': {'a': []}}", Rule.UNKNOWN_MEMBER, "/licence", "licence", "rights"),
                found("{'zzzzzz': 1}", Rule.UNKNOWN_MEMBER, "/zzzzzz", "zzzzzz"),
                found("{'a/b~c': 1}", Rule.UNKNOWN_MEMBER, "/a~1b~0c", "a/b~c"),
                found("{'title': {'value': 'T', 'lnag': 'es'}}", Rule.UNKNOWN_MEMBER, "/title/lnag", "lnag", "lang"),
                found("{'title': [{'value': 'T', 'lan': 'es'}]}", Rule.UNKNOWN_MEMBER, "/title/0/lan", "lan", "lang"),
                found("{'theme': {'value': 'x', 'lang': 'es'}}", Rule.UNKNOWN_MEMBER, "/theme/lang", "lang"),
                found("{'title': 'T', 'title': 'U'}", Rule.REPEATED_MEMBER, "/title", "title"),
                found("{'withdrawn': 'a', 'withdrawn': 'b'}", Rule.REPEATED_MEMBER, "/withdrawn", "withdrawn"),
                found("{'title': {'value': 'T', 'value': 'U'}}", Rule.REPEATED_MEMBER, "/title/value", "value"),
                found("{'withdrawn': true}", Rule.WRONG_KIND, "/withdrawn", "true", TEXT),
                found("{'date': 2021.5}", Rule.WRONG_KIND, "/date", "2021.5", TEXT),
                found("{'date': 2e3}", Rule.WRONG_KIND, "/date", "2e3", TEXT),
                found("{'theme': [false]}", Rule.WRONG_KIND, "/theme/0", "false", TEXT),
                found("{'theme': [['x']]}", Rule.WRONG_KIND, "/theme/0", "[…]", TEXT, "{\"value\": \"…\"}"),
                found("{'title': {'value': ['x']}}", Rule.WRONG_KIND, "/title/value", "[…]", TEXT),
                found("{'title': {'value': 'T', 'lang': {}}}", Rule.WRONG_KIND, "/title/lang", "{…}", TEXT),
                found("{'title': {'lang': 'es'}}", Rule.REQUIRED, "/title/value", null),
                found("{'relation': [{'type': 'isPartOf'}]}", Rule.REQUIRED, "/relation/0/target", null),
                found("{'relation': 'x'}", Rule.WRONG_KIND, "/relation", "x", "{\"target\": \"…\", \"type\": \"…\"}"));
    }

    @ParameterizedTest
    @MethodSource("oneFindingEach")
    void aWrongFormIsFound(String json, Finding finding) {
        assertThat(findings(json)).containsExactly(finding);
        assertThat(finding.isError()).isTrue();
        assertThat(finding.message(InterfaceLanguage.EN)).isNotBlank();
    }

    @Test
    void everyFindingComesAtOnceAndTheRestIsRead() {
        Reading reading = PublicationJson.read(
                "{\"titel\": 1, \"title\": [true, \"T\"], \"date\": {}, \"link\": \"x\", \"language\": \"es\"}");
        assertThat(reading.findings())
                .extracting(Finding::pointer)
                .containsExactly("/titel", "/title/0", "/date/value", "/link");
        assertThat(PublicationJson.toText(reading.metadata()))
                .isEqualTo("{\"title\":[\"\",\"T\"],\"language\":[\"es\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"title\"",
                "{\"title\":",
                "{\"title\": NaN}",
                "{\"title\": Infinity}",
                "{\"date\": -}",
                "{\"title\": \"T\",}",
                "{\"title\": 'T'}",
                "{\"title\": \"T\"} {}",
                "{\"title\": \"T\"} x",
                "{\"a\u0000\": 1}",
                "{\"title\": \"a\u0000b\"}",
                "{\"title\": \"a\nb\"}",
                "\u0000",
                "nul",
                "{\"title\": \"\\x\"}",
                "<xml/>",
                "{\"title\": \"\\u12G4\"}",
                "{\"date\": 01}",
                "{\"date\": 1.}",
                "{1: 2}",
                "{\"title\": [}",
                "[",
                "tru",
                "{,}",
                "{\"id\": [1, {]}",
                "// c\n{}",
                "{\"title\": \"T\"",
                "{\"title\": [\"T\"",
                "\uFEFF",
                "\"",
                "{\"title\": \"T\"]"
            })
    void whatIsNotJsonIsFoundWithItsPlace(String text) {
        assertThat(PublicationJson.read(text).findings()).last().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.NOT_JSON);
            assertThat(finding.pointer()).isEmpty();
            assertThat(finding.given()).matches("-?[0-9]+:-?[0-9]+");
        });
    }

    @Test
    void thePlaceIsLineAndColumn() {
        assertThat(findings("{'title': 'T',\n 'date': x}")).containsExactly(Finding.of(Rule.NOT_JSON, "", "2:10"));
    }

    @Test
    void deepNestingIsFound() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        Finding tooDeep = Finding.of(Rule.TOO_DEEP, "", null, "32");
        assertThat(findings(deep)).containsExactly(tooDeep);
        assertThat(findings("{'title': " + deep + "}")).containsExactly(tooDeep);
        assertThat(findings("{'files': " + "{'a':".repeat(50_000) + "1" + "}".repeat(50_001)))
                .containsExactly(tooDeep);
        assertThat(findings("{'title': '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\\\'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999999", "-1E-99999999999", "99999999999999999999999999999999999999999999999999"})
    void hugeNumbersAreFound(String number) {
        assertThat(findings("{'date': " + number + "}")).singleElement().satisfies(finding -> assertThat(finding.rule())
                .isEqualTo(Rule.WRONG_KIND));
        assertThat(findings("{'date': " + "9".repeat(1_000_000) + "}")).hasSize(1);
        assertThat(findings("{'id': " + number + "}")).isEmpty();
    }

    @Test
    void noMoreFindingsThanSomebodyMayRead() {
        assertThat(findings("{" + "'x': 1, ".repeat(10_000) + "'title': 'T'}")).hasSize(200);
    }

    @Test
    void escapedCharactersThatXmlForbidsAreLeftToCleaning() {
        Reading reading = PublicationJson.read("{\"title\": \"a\\u0000b\\ud800c\"}");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.metadata().values(Element.TITLE)).containsExactly("a\u0000b\uD800c");
    }

    @Test
    void noTextAtAllMakesItFail() {
        Random random = new Random(20240506);
        List<String> pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\\",
                "\"title\"",
                "\"creator\"",
                "\"value\"",
                "\"x\"",
                "1",
                "-",
                "1e9",
                "true",
                "null",
                "\u0000",
                "\uD800",
                " ",
                "\n",
                "\"withdrawn\"",
                "\"id\"",
                "\\u00",
                "é");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "" : "{\"title\":");
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            PublicationJson.read(text.toString());
        }
    }
}
