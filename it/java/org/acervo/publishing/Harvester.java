package org.acervo.publishing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.oai.OaiAnswer;
import org.acervo.oai.OaiProvider;
import org.jspecify.annotations.Nullable;

/**
 * An aggregator that keeps a copy of what it harvests and follows the protocol: each time it asks from the responseDate of
 * the first response of its last harvest.
 */
final class Harvester {

    private final @Nullable String set;
    private final Map<Long, String> copy = new TreeMap<>();
    private @Nullable Instant from;

    /** @param set null for everything */
    Harvester(@Nullable String set) {
        this.set = set;
    }

    /** What it has, by id: the record's text, or {@code deleted}. */
    Map<Long, String> copy() {
        return copy;
    }

    /** Harvests what has changed since the last time, all if there was none, and answers the ids it was told of. */
    Map<Long, String> harvest(OaiProvider provider) {
        Map<Long, String> told = new LinkedHashMap<>();
        Map<String, List<String>> arguments = new HashMap<>();
        arguments.put("verb", List.of("ListRecords"));
        arguments.put("metadataPrefix", List.of("oai_dc"));
        if (set != null) {
            arguments.put("set", List.of(set));
        }
        if (from != null) {
            arguments.put("from", List.of(from.toString()));
        }
        Instant first = null;
        while (true) {
            OaiAnswer answer = provider.answer(arguments);
            first = first == null ? answer.head().responseDate() : first;
            if (!(answer instanceof OaiAnswer.Records)) {
                break;
            }
            OaiAnswer.Records page = (OaiAnswer.Records) answer;
            page.records().forEach(record -> told.put(record.id().value(), text(record)));
            OaiAnswer.Position position = page.position();
            if (position == null || position.token().isEmpty()) {
                break;
            }
            arguments = Map.of("verb", List.of("ListRecords"), "resumptionToken", List.of(position.token()));
        }
        from = first;
        copy.putAll(told);
        return told;
    }

    private static String text(DisseminatedRecord record) {
        return record.deleted()
                ? "deleted"
                : record.datestamp() + new String(record.payload().bytes(), StandardCharsets.UTF_8);
    }
}
