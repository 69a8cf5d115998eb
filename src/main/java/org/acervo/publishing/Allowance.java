package org.acervo.publishing;

import java.util.OptionalLong;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.files.PublicationFiles;
import org.acervo.files.Quota;
import org.jspecify.annotations.Nullable;

/**
 * How much more a mission may store. What is on its way counts when something new begins, and no more when it has come: so
 * nobody gets past the quota by beginning a hundred uploads at once. Thread-safe.
 *
 * @param coming what is on its way, all of it together
 */
public record Allowance(Quota quota, PublicationFiles files, UnderWay coming) {

    /**
     * @param replaced the bytes of what goes for it
     * @throws Refused where there is no room for something that has come
     */
    void require(@Nullable String mission, long size, long replaced) {
        require(mission, size, replaced, false);
    }

    /** @throws Refused where there is no room for something that is to begin */
    public void requireToBegin(@Nullable String mission, long size, long replaced) {
        require(mission, size, replaced, true);
    }

    private void require(@Nullable String mission, long size, long replaced, boolean begins) {
        OptionalLong limit = mission == null ? OptionalLong.empty() : quota.limit(mission);
        if (mission == null || limit.isEmpty()) {
            return;
        }
        long room = limit.getAsLong() - files.stored(mission) + replaced - (begins ? coming.bytes(mission) : 0);
        if (size > room) {
            throw new Refused(
                    Finding.of(Rule.QUOTA_EXCEEDED, "", Long.toString(size), Long.toString(Math.max(0, room))));
        }
    }
}
