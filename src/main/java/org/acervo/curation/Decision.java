package org.acervo.curation;

import java.time.Instant;
import org.acervo.catalog.Event;
import org.acervo.catalog.PublicationId;

/** The last decision on a publication. */
public record Decision(PublicationId publication, Event.Action action, String actor, Instant at) {}
