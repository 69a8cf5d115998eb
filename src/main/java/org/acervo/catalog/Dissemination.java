package org.acervo.catalog;

import java.util.List;
import java.util.Map;

/**
 * What the world is told of one publication: its sets and, in each format, the rendered rest of its record, that is
 * everything after the datestamp. It holds neither the number nor the datestamp, which are given when it is kept.
 *
 * @param deleted whether it is a tombstone
 * @param sets every set it is in; a tombstone keeps those it had
 * @param payloads by metadata prefix; {@link #HEADER} has the rest of the header alone
 * @param fingerprint of all that the payloads depend on beside the publication
 */
public record Dissemination(
        PublicationId id, boolean deleted, List<SetSpec> sets, Map<String, Payload> payloads, long fingerprint) {

    /** The key of the payload that ListIdentifiers sends; no metadata prefix can be empty. */
    public static final String HEADER = "";

    /** The prefix of the format that nearly every harvester takes: it alone is kept ready for each coding. */
    public static final String MOST_HARVESTED = "oai_dc";

    public Dissemination {
        sets = List.copyOf(sets);
        payloads = Map.copyOf(payloads);
    }

    /** Whether a harvester that knew the other would learn something new: a format that it did not have is nothing new. */
    public boolean tellsMoreThan(Dissemination other) {
        return deleted != other.deleted
                || !sets.equals(other.sets)
                || other.payloads.entrySet().stream()
                        .anyMatch(each -> !each.getValue().equals(payloads.get(each.getKey())));
    }
}
