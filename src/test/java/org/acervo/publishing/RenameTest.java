package org.acervo.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Statement;
import org.junit.jupiter.api.Test;

class RenameTest {

    private static Statement series(String name, String number) {
        return new Statement(Element.SERIES, name, "en", Map.of(Qualifier.NUMBER, number));
    }

    private static Amendment rename(Element element, String old, String now) {
        return new Amendment.Rename(List.of(Statement.of(element, old)), List.of(Statement.of(element, now)));
    }

    @Test
    void language_and_number_stay() {
        DublinCore text = new DublinCore(List.of(series("Old", "3"), series("Other", "1")));
        DublinCore after = rename(Element.SERIES, "Old", "New").apply(text);
        assertThat(after.all(Element.SERIES)).containsExactly(series("New", "3"), series("Other", "1"));
        assertThat(rename(Element.SERIES, "Old", "New").apply(after)).isSameAs(after);
    }

    @Test
    void what_is_there_already_is_not_there_twice() {
        DublinCore text = new DublinCore(List.of(
                Statement.of(Element.THEME, "a"), Statement.of(Element.THEME, "b"), Statement.of(Element.THEME, "c")));
        assertThat(rename(Element.THEME, "a", "c").apply(text).values(Element.THEME))
                .containsExactly("c", "b");
    }

    @Test
    void each_old_value_has_its_new_one() {
        assertThatThrownBy(() -> new Amendment.Rename(List.of(Statement.of(Element.THEME, "a")), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
