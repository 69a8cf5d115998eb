package org.acervo.access;

import java.util.EnumSet;
import java.util.Set;
import org.acervo.catalog.Actor;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and what they may do. Immutable.
 *
 * @param name unique and stable: that of an account, or {@code token:} and the id of a token
 * @param mission the one they belong to, or null where they work for all
 * @param rights never empty
 * @param delegations the other missions that they may deposit on behalf of
 * @param reviewed those of them where what they deposit is reviewed, whatever their rights
 */
public record Caller(
        String name, @Nullable String mission, Set<Right> rights, Set<String> delegations, Set<String> reviewed) {

    public Caller {
        rights = Set.copyOf(EnumSet.copyOf(rights));
        delegations = Set.copyOf(delegations);
        reviewed = Set.copyOf(reviewed);
    }

    public Caller(String name, @Nullable String mission, Set<Right> rights, Set<String> delegations) {
        this(name, mission, rights, delegations, Set.of());
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** @throws Refused with {@link Rule#RIGHT_REQUIRED} where the caller has not that right */
    public void require(Right right) {
        if (!may(right)) {
            throw new Refused(Finding.of(Rule.RIGHT_REQUIRED, "", null, right.code()));
        }
    }

    /** Whether what belongs to a mission, or to none (null), may be seen and, with the right, changed. */
    public boolean reaches(@Nullable String of) {
        return mission == null || mission.equals(of) || of != null && delegations.contains(of);
    }

    /** The caller as the actor of a change to what belongs to a mission; on its behalf where that is not the own one. */
    public Actor actorFor(@Nullable String of) {
        boolean delegated = mission != null && of != null && !mission.equals(of);
        return new Actor(name, delegated ? of : null, may(Right.PUBLISH) && !(delegated && reviewed.contains(of)));
    }
}
