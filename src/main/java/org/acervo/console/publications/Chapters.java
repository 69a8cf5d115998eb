package org.acervo.console.publications;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.jspecify.annotations.Nullable;

/**
 * A part of a history that people read as one step: what somebody typed into a draft without a long pause, however often it was
 * kept meanwhile, or any other single step.
 *
 * @param last its last step
 * @param before the text before its first step, or null where it did not change the text
 * @param saves how many steps it has
 */
record Chapters(Event last, @Nullable DublinCore before, int saves) {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** After these, each saving is seen by the public and stands alone. */
    private static final Set<Action> PUBLIC =
            Set.of(Action.PUBLISHED, Action.IMPORTED, Action.REINSTATED, Action.WITHDRAWN);

    /** The parts of a history, oldest first. */
    static List<Chapters> of(List<Event> history) {
        List<Chapters> chapters = new ArrayList<>();
        boolean open = true;
        for (Event each : history) {
            Chapters latest = chapters.isEmpty() ? null : chapters.get(chapters.size() - 1);
            if (open && latest != null && latest.isContinuedBy(each)) {
                chapters.set(chapters.size() - 1, new Chapters(each, latest.before, latest.saves + 1));
            } else {
                chapters.add(new Chapters(each, each.before(), 1));
            }
            open &= !PUBLIC.contains(each.action());
        }
        return chapters;
    }

    private boolean isContinuedBy(Event next) {
        return isTyping(last)
                && isTyping(next)
                && last.actor().equals(next.actor())
                && Objects.equals(last.onBehalfOf(), next.onBehalfOf())
                && Duration.between(last.at(), next.at()).compareTo(PAUSE) <= 0;
    }

    private static boolean isTyping(Event event) {
        return event.action() == Action.SAVED && event.file() == null && event.before() != null;
    }
}
