package org.acervo.access;

import java.time.Instant;
import java.util.Locale;

/**
 * Something in the audit trail.
 *
 * @param number rises from entry to entry; 0 before it is kept
 * @param actor who did it: the name of a caller, of a command, or what somebody who could not sign in called themselves
 * @param subject what it was done to; may be empty
 * @param address where the request came from; empty for a command
 * @param detail in words; may be empty, and never holds a secret
 */
public record AuditEntry(
        long number, Instant at, Action action, String actor, String subject, String address, String detail) {

    /** What is worth a trace. */
    public enum Action {
        SIGN_IN_FAILED,
        SIGN_IN_SLOWED,
        RIGHT_REFUSED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        ACCOUNT_MADE,
        ACCOUNT_CHANGED,
        PASSWORD_RESET,
        ACCOUNT_REMOVED,
        ACCOUNT_LINKED,
        ACCOUNT_UNLINKED,
        QUOTA_SET,
        INDEX_REBUILT,
        PAGE_WRITTEN,
        TERM_ADDED,
        TERM_CHANGED,
        TERM_RETIRED,
        TERM_REINSTATED,
        ERASURE_ASKED,
        ERASURE_DECLINED,
        ERASURE_CONFIRMED,
        BULK_CHANGE_BEGUN,
        BULK_CHANGE_UNDONE,
        CLAIM_RELEASED,
        COLLECTION_MADE,
        COLLECTION_CHANGED,
        DUPLICATE_DECIDED,
        DUPLICATE_UNDONE;

        /** The code used in documents, such as {@code sign-in-failed}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    AuditEntry(Instant at, Action action, Source source, String subject, String detail) {
        this(0, at, action, source.actor(), subject, source.address(), detail);
    }

    /** The same as it is kept. */
    public AuditEntry numbered(long other) {
        return new AuditEntry(other, at, action, actor, subject, address, detail);
    }

    /** Who does something, and from where; the address of a command is empty. */
    public record Source(String actor, String address) {}
}
