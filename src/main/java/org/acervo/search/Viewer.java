package org.acervo.search;

import java.util.HashSet;
import java.util.Set;
import org.acervo.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who looks, and so what can be found.
 *
 * @param works whether the texts that are worked on are searched: drafts, revisions, withdrawn ones; otherwise only what the
 *     public sees
 * @param missions those whose publications are meant, or null for all
 */
public record Viewer(boolean works, @Nullable Set<String> missions) {

    /** Anybody: published texts only. */
    public static final Viewer PUBLIC = new Viewer(false, null);

    /** Curators and administrators: everything, as it is worked on. */
    public static final Viewer STAFF = new Viewer(true, null);

    public Viewer {
        missions = missions == null ? null : Set.copyOf(missions);
    }

    /** One who has signed in: depositors see what belongs to their missions, as they work on it, others everything. */
    public static Viewer of(Caller caller) {
        String mission = caller.mission();
        if (mission == null) {
            return STAFF;
        }
        Set<String> missions = new HashSet<>(caller.delegations());
        missions.add(mission);
        return new Viewer(true, missions);
    }
}
