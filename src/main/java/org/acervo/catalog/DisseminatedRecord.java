package org.acervo.catalog;

import java.time.Instant;

/**
 * One record as a harvester gets it.
 *
 * @param number its place in the order of changes
 * @param datestamp UTC, whole seconds
 * @param payload everything after the datestamp: the rest of the header and, for a live record, metadata and about
 */
public record DisseminatedRecord(PublicationId id, long number, Instant datestamp, boolean deleted, Payload payload) {}
