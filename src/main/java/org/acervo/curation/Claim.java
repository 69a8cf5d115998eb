package org.acervo.curation;

import java.time.Instant;
import org.acervo.catalog.PublicationId;

/**
 * That somebody works on a publication, so that colleagues take another.
 *
 * @param holder the name of a caller
 */
public record Claim(PublicationId publication, String holder, Instant since) {}
