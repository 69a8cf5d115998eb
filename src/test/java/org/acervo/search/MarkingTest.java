package org.acervo.search;

import static org.acervo.search.SearchHouse.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkingTest {

    @TempDir
    private Path folder;

    private SearchHouse house;

    @BeforeEach
    void open() {
        house = new SearchHouse(folder.resolve("index"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Four voiced marks have no stem, and what is looked for as it stands may begin with what marks a stem. */
    @Test
    void whatHasNoLetterIsNoStem() {
        house.publish(text("A migration", "es"));
        assertThat(hit("l'\uFF9E\uFF9E\uFF9E\uFF9Ea OR migration").title()).contains(new Run("migration", true));
        assertThat(hit("identifier:\"\u001fa\" OR migration").title()).contains(new Run("migration", true));
    }

    private Hit hit(String words) {
        return house.find(words).hits().get(0);
    }

    @Test
    void whatWasLookedForIsMarkedInTitleAndSnippet() {
        house.publish(text(
                "Remesas en México",
                "es",
                Statement.of(
                        Element.DESCRIPTION,
                        "Primera frase sin nada. Las familias reciben remesas cada mes. Otra frase.",
                        "es")));
        assertThat(hit("remesa").title()).containsExactly(new Run("Remesas", true), new Run(" en México", false));
        assertThat(hit("remittances").title()).contains(new Run("Remesas", true));
        assertThat(Run.plain(hit("familia").snippet())).contains("Las familias reciben");
        assertThat(hit("familia").snippet()).contains(new Run("familias", true));
        assertThat(Run.plain(hit("").snippet())).startsWith("Primera frase");
    }

    @Test
    void theWordsOfAPhraseAreMarkedOnlyWhereTheyStandTogether() {
        house.publish(SearchHouse.text("Casa de personas; la trata de personas y el tráfico", "es"));
        assertThat(hit("trafficking").title())
                .contains(new Run("Casa de personas; la ", false))
                .filteredOn(Run::marked)
                .extracting(Run::text)
                .contains("trata");
        assertThat(hit("trafficking tráfico").title()).contains(new Run("tráfico", true));
    }

    @Test
    void hostileTextStaysAsItIsAndShort() {
        String hostile = "<script>alert(1)</script> \u202Eabc\u202C & <b>raid</b> " + "x\uD83D\uDE00".repeat(600);
        house.publish(
                text(hostile, "es", Statement.of(Element.DESCRIPTION, "raid" + " \uD83D\uDE00".repeat(20_000), "en")));
        Hit hit = hit("raid");
        String title = Run.plain(hit.title());
        assertThat(title)
                .startsWith("<script>alert(1)</script> \u202Eabc\u202C & <b>raid</b>")
                .hasSizeLessThan(310);
        assertThat(hit.title()).contains(new Run("raid", true));
        assertThat(Run.plain(hit.snippet())).hasSizeLessThan(300);
        List.of(hit.title(), hit.snippet())
                .forEach(runs -> runs.forEach(run -> {
                    assertThat(Character.isLowSurrogate(run.text().charAt(0))).isFalse();
                    assertThat(Character.isHighSurrogate(
                                    run.text().charAt(run.text().length() - 1)))
                            .isFalse();
                }));
    }

    @Test
    void aTitleOfAHundredThousandCharactersIsFoundAndCut() {
        house.publish(text("a".repeat(100_000) + " needle", "en"));
        assertThat(Run.plain(hit("needle").title())).hasSizeLessThan(310);
    }
}
