package org.acervo.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mission's token; never its text. Immutable.
 *
 * @param id short, unique and not secret
 * @param label what it is for, as its maker says; may be empty
 * @param delegations the other missions that it may deposit on behalf of
 * @param expires when it ends by itself, or null
 * @param used when it was last used, to the minute or so, or null
 * @param revoked when it was ended before its time, or null
 */
public record Token(
        String id,
        String mission,
        String label,
        Set<Right> scopes,
        Set<String> delegations,
        String creator,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant used,
        @Nullable Instant revoked) {

    /** What the names of callers with a token begin with. */
    static final String CALLER = "token:";

    public Token {
        scopes = Set.copyOf(EnumSet.copyOf(scopes));
        delegations = Set.copyOf(delegations);
    }

    /** When it ended, or null where it has not. */
    public @Nullable Instant ended(Instant now) {
        if (revoked != null) {
            return revoked;
        }
        return expires != null && !now.isBefore(expires) ? expires : null;
    }

    /** The name under which its changes stand in histories. */
    String callerName() {
        return CALLER + id;
    }

    Caller caller() {
        return new Caller(callerName(), mission, scopes, delegations);
    }

    /** What it is for, in words: for the audit trail, and for whoever has it made. */
    public String told() {
        return mission + " for " + codes()
                + (delegations.isEmpty() ? "" : " on behalf of " + String.join(", ", new TreeSet<>(delegations)))
                + (expires == null ? "" : " until " + expires) + (label.isEmpty() ? "" : " \"" + label + "\"");
    }

    private String codes() {
        return new TreeSet<>(scopes).stream().map(Right::code).collect(Collectors.joining(", "));
    }
}
