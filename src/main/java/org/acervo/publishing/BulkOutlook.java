package org.acervo.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acervo.access.Caller;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Publication;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Publications;
import org.acervo.catalog.State;
import org.acervo.publishing.BulkChange.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a change of many publications would do.
 *
 * @param first how the first publications would change
 * @param looked how many publications were looked at
 * @param changed how many of these would change
 * @param told of how many of these harvesters would be told
 * @param all whether all were looked at; else it may be more of each
 */
public record BulkOutlook(List<Difference> first, long looked, long changed, long told, boolean all) {

    private static final int BLOCK = 500;
    private static final int MOST = 5_000;

    /** How a publication would change. */
    public record Difference(PublicationId id, DublinCore before, DublinCore after) {}

    public BulkOutlook {
        first = List.copyOf(first);
    }

    /** Looks at the publications block by block, so that they are never all held. */
    static BulkOutlook of(BulkChanges bulk, Publications publications, Caller caller, BulkChange change, int shown) {
        List<Difference> first = new ArrayList<>();
        long looked = 0;
        long changed = 0;
        long told = 0;
        List<Entry> block = bulk.entries(change.id(), null, 0, BLOCK);
        while (!block.isEmpty() && looked < MOST) {
            looked += block.size();
            Map<PublicationId, Publication> found =
                    publications.findAll(block.stream().map(Entry::publication).toList());
            for (Entry entry : block) {
                Publication each = found.get(entry.publication());
                Difference difference = each == null ? null : difference(caller, change, each);
                if (each != null && difference != null) {
                    changed++;
                    told += isTold(each) ? 1 : 0;
                    if (first.size() < shown) {
                        first.add(difference);
                    }
                }
            }
            long last = block.get(block.size() - 1).publication().value();
            block = bulk.entries(change.id(), null, last, BLOCK);
        }
        return new BulkOutlook(first, looked, changed, told, block.isEmpty());
    }

    /** With a revision beside it, only that changes. */
    private static boolean isTold(Publication publication) {
        return publication.state() == State.PUBLISHED && publication.revision() == null;
    }

    private static @Nullable Difference difference(Caller caller, BulkChange change, Publication each) {
        if (!caller.reaches(BulkChanging.mission(each))) {
            return null;
        }
        DublinCore after = change.amendment().apply(each.working());
        return after.equals(each.working()) ? null : new Difference(each.id(), each.working(), after);
    }
}
