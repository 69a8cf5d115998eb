package org.acervo.publishing;

import java.util.List;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publication;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.StaleVersion;
import org.acervo.catalog.State;

/** What a step requires of a publication, and of who takes it. */
final class Requirements {

    private Requirements() {}

    /**
     * The publication as whoever takes the step has seen it.
     *
     * @throws StaleVersion where it has changed since
     * @throws Refused where nothing is left of it to work on
     */
    static Publication seen(Publication current, int version) {
        if (current.version() != version) {
            throw new StaleVersion(current.id(), current.version());
        }
        if (current.isErased()) {
            throw new Refused(Finding.of(Rule.ERASED, "/state", null));
        }
        return current;
    }

    /** @throws Refused where a publication is in none of the states */
    static void state(State actual, State... allowed) {
        List<State> all = List.of(allowed);
        if (!all.contains(actual)) {
            throw new Refused(Finding.of(
                    Rule.STATE_FORBIDS,
                    "/state",
                    actual.code(),
                    all.stream().map(State::code).toList()));
        }
    }

    /** @throws Refused where somebody may not publish */
    static void right(Actor actor) {
        if (!actor.mayPublish()) {
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, "", null));
        }
    }
}
