package org.acervo.console.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Statement;
import org.acervo.platform.VocabularyFiles;
import org.acervo.vocabulary.InterfaceLanguage;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Words WORDS = new Words(
            InterfaceLanguage.ES,
            Map.of("element.title", "Título", "element.theme", "Áreas temáticas"),
            VocabularyFiles.read(Path.of("config", "vocabularies")),
            Map.of(),
            Clock.systemUTC());

    private static DublinCore text(Statement... statements) {
        return new DublinCore(List.of(statements));
    }

    private static Statement theme(String code) {
        return Statement.of(Element.THEME, code);
    }

    @Test
    void what_went_and_what_came_is_said_as_people_say_it() {
        List<Difference> found = Difference.between(
                text(Statement.of(Element.TITLE, "Old", "en"), theme("migration-data")),
                text(Statement.of(Element.TITLE, "New", "en"), theme("migration-data"), theme("labour-mobility")),
                WORDS);
        assertThat(found).extracting(Difference::label).containsExactly("Título", "Áreas temáticas");
        assertThat(found.get(0).removed()).containsExactly(new Said("Old", "en"));
        assertThat(found.get(0).added()).containsExactly(new Said("New", "en"));
        assertThat(found.get(1).removed()).isEmpty();
        assertThat(found.get(1).added())
                .extracting(Said::text)
                .containsExactly("Movilidad laboral y desarrollo humano");
        assertThat(found).noneMatch(Difference::moved);
    }

    @Test
    void another_order_is_a_change_and_the_same_text_is_none() {
        DublinCore one = text(theme("migration-data"), theme("labour-mobility"));
        DublinCore turned = text(theme("labour-mobility"), theme("migration-data"));
        assertThat(Difference.between(one, turned, WORDS)).singleElement().matches(Difference::moved);
        assertThat(Difference.between(one, one, WORDS)).isEmpty();
    }

    @Test
    void a_value_that_was_there_twice_and_is_there_once_has_gone_once() {
        DublinCore twice = text(Statement.of(Element.TITLE, "A", "en"), Statement.of(Element.TITLE, "A", "en"));
        DublinCore once = text(Statement.of(Element.TITLE, "A", "en"));
        assertThat(Difference.between(twice, once, WORDS).get(0).removed()).containsExactly(new Said("A", "en"));
    }
}
