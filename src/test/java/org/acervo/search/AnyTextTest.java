package org.acervo.search;

import static org.acervo.search.SearchHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed, and whatever stands in an address, is answered. */
class AnyTextTest {

    private static final String[] PIECES = {
        "trata",
        " de ",
        "personas",
        " ",
        "  ",
        "\"",
        "(",
        ")",
        "AND",
        " OR ",
        " NOT ",
        "-",
        "+",
        "~",
        "~2",
        "*",
        "?",
        ":",
        "title:",
        "year:",
        "..",
        "2015..",
        "state:",
        "id:",
        "country:",
        "«",
        "»",
        "“",
        "é",
        "\uD83D\uDE00",
        "\uD83D",
        "\u0000",
        "\u202E",
        "<b>",
        "&amp;",
        "\\",
        "/",
        "[",
        "]",
        "{",
        "}",
        "^",
        "|",
        "!",
        "'",
        "l’",
        "\n",
        "\t",
        "a",
        "9",
        "\u0301",
        "ﬁ",
        "İ"
    };

    @TempDir
    private Path folder;

    @Test
    void nothingThatIsTypedFails() {
        Random random = new Random(11);
        try (SearchHouse house = new SearchHouse(folder.resolve("index"))) {
            house.publish(text("Trata de personas en México", "es"));
            house.indexer.look();
            for (int i = 0; i < 4_000; i++) {
                StringBuilder typed = new StringBuilder();
                for (int more = random.nextInt(14); more >= 0; more--) {
                    typed.append(PIECES[random.nextInt(PIECES.length)]);
                }
                String text = typed.toString();
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> {
                            Found found = house.searching.find(house.search(text));
                            assertThat(found.total()).isBetween(0L, 1L);
                            found.findings().forEach(each -> assertThat(each.message(InterfaceLanguage.PT))
                                    .isNotBlank());
                            house.searching.suggest(text, Viewer.STAFF, 5);
                        },
                        text);
            }
        }
    }

    @Test
    void nothingInAnAddressFailsAndWhatIsMeantComesBackTheSame() {
        Random random = new Random(12);
        List<String> names = new ArrayList<>(List.of("q", "from", "to", "sort", "size", "after", "lang", "nonsense"));
        Facet.ALL.forEach(each -> names.add(each.parameter()));
        for (int i = 0; i < 5_000; i++) {
            Map<String, List<String>> parameters = new HashMap<>();
            for (int more = random.nextInt(5); more >= 0; more--) {
                List<String> values = new ArrayList<>();
                for (int another = random.nextInt(3); another >= 0; another--) {
                    values.add(
                            random.nextInt(3) == 0
                                    ? String.valueOf(random.nextInt(3000))
                                    : PIECES[random.nextInt(PIECES.length)]);
                }
                parameters.put(names.get(random.nextInt(names.size())), values);
            }
            Search search =
                    Search.of(parameters, InterfaceLanguage.ES, Viewer.PUBLIC).search();
            Search.Read again = Search.of(search.parameters(), InterfaceLanguage.ES, Viewer.PUBLIC);
            assertThat(again.search()).isEqualTo(search);
            assertThat(again.findings()).isEmpty();
        }
    }

    @Test
    void whatMakesNoSenseInAnAddressIsToldAndPassedOver() {
        Search.Read read = Search.of(
                Map.of(
                        "q",
                        List.of("agua"),
                        "size",
                        List.of("0"),
                        "sort",
                        List.of("best"),
                        "from",
                        List.of("soon"),
                        "colour",
                        List.of("red"),
                        "after",
                        List.of("%%")),
                InterfaceLanguage.EN,
                Viewer.PUBLIC);
        assertThat(read.search())
                .isEqualTo(Search.all(InterfaceLanguage.EN, Viewer.PUBLIC).withText("agua"));
        assertThat(read.findings()).hasSize(5).allSatisfy(each -> assertThat(each.rule())
                .isEqualTo(Rule.MALFORMED_PARAMETER));
        assertThat(Search.of(Map.of("q", List.of("x".repeat(9_000))), InterfaceLanguage.EN, Viewer.PUBLIC)
                        .findings())
                .singleElement()
                .satisfies(each -> assertThat(each.rule()).isEqualTo(Rule.TOO_LONG));
    }
}
