package org.acervo.console.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Statement;
import org.junit.jupiter.api.Test;

class ChaptersTest {

    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");

    private static Event step(int version, Action action, String actor, int minute) {
        DublinCore before = action == Action.SAVED
                ? new DublinCore(List.of(Statement.of(Element.TITLE, "Title " + version)))
                : null;
        return new Event(
                new PublicationId(1),
                version,
                action,
                AT.plusSeconds(60L * minute),
                actor,
                null,
                null,
                Map.of(),
                before);
    }

    private static List<String> told(Event... history) {
        return Chapters.of(List.of(history)).stream()
                .map(each -> each.last().version() + " " + each.saves() + " "
                        + (each.before() == null ? "" : each.before().value(Element.TITLE)))
                .toList();
    }

    @Test
    void what_was_typed_without_a_pause_is_one_step() {
        assertThat(told(
                        step(1, Action.CREATED, "ana", 0),
                        step(2, Action.SAVED, "ana", 1),
                        step(3, Action.SAVED, "ana", 2),
                        step(4, Action.SAVED, "ana", 31)))
                .containsExactly("1 1 ", "4 3 Title 2");
    }

    @Test
    void a_pause_somebody_else_or_another_step_begins_a_new_one() {
        assertThat(told(
                        step(1, Action.SAVED, "ana", 0),
                        step(2, Action.SAVED, "ana", 31),
                        step(3, Action.SAVED, "bea", 32),
                        step(4, Action.SUBMITTED, "bea", 33),
                        step(5, Action.SAVED, "bea", 34),
                        step(6, Action.SAVED, "bea", 35)))
                .containsExactly("1 1 Title 1", "2 1 Title 2", "3 1 Title 3", "4 1 ", "6 2 Title 5");
    }

    @Test
    void what_the_public_saw_stands_alone() {
        assertThat(told(
                        step(1, Action.PUBLISHED, "ana", 0),
                        step(2, Action.SAVED, "ana", 1),
                        step(3, Action.SAVED, "ana", 2)))
                .containsExactly("1 1 ", "2 1 Title 2", "3 1 Title 3");
    }
}
