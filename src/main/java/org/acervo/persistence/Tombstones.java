package org.acervo.persistence;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.acervo.catalog.DisseminatedRecord;
import org.acervo.catalog.Payload;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.XmlWriter;

/** The tombstones that a set's own list shows for records that have left the set and live on. */
final class Tombstones {

    private Tombstones() {}

    /** The rest of the header of a record that has left a set: that set alone. */
    static Payload header(SetSpec left) {
        return Payload.of((new XmlWriter().element("setSpec", left.value()) + "</header>")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Both lists as one in the order of the numbers, at most so many. */
    static List<DisseminatedRecord> merge(List<DisseminatedRecord> live, List<DisseminatedRecord> departed, int limit) {
        if (departed.isEmpty()) {
            return live;
        }
        return Stream.concat(live.stream(), departed.stream())
                .sorted(Comparator.comparingLong(DisseminatedRecord::number))
                .limit(limit)
                .toList();
    }
}
