package org.acervo.deposit.webhook;

import java.time.Instant;
import org.acervo.catalog.Element;
import org.acervo.catalog.Event;
import org.acervo.catalog.Event.Action;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.State;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a step. Nothing of the text of the publication is in it: whoever is told reads that where they may, and
 * what is erased here was never sent from here.
 *
 * @param version the version that the step made
 * @param state the publication's after the step
 * @param mission the publication's after the step, or null
 */
public record Notice(
        PublicationId publication,
        int version,
        State state,
        Action action,
        @Nullable String mission,
        String actor,
        @Nullable String onBehalfOf,
        Instant at) {

    static Notice of(Publication after, Event event) {
        return new Notice(
                after.id(),
                event.version(),
                after.state(),
                event.action(),
                after.working().value(Element.MISSION),
                event.actor(),
                event.onBehalfOf(),
                event.at());
    }
}
