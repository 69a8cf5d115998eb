package org.acervo.access;

/** Somebody who wanted to sign in through an OpenID provider may not, or cannot now. */
public final class NotAdmitted extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** The provider does not answer, or not in time, or nothing that makes sense. */
        AWAY,
        /** The provider let them not in, or they turned back there. */
        DECLINED,
        /** What the provider sent is not what it may send: wrongly signed, for somebody else, expired. */
        INVALID,
        /** The sign-in is over, was never begun in this browser, or its answer was used before. */
        OVER,
        /** The provider does not tell, or does not vouch for, what accounts are named after. */
        NAMELESS,
        /** There is no account of that name. */
        UNKNOWN,
        /** The account belongs to another person of the provider. */
        TAKEN,
        /** The account is disabled. */
        CLOSED,
        /** Too many attempts. */
        SLOWED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String named;

    /**
     * @param named what the account would be called; may be empty
     * @param why for the log and the audit trail, without secrets
     */
    public NotAdmitted(Reason reason, String named, String why) {
        super(why);
        this.reason = reason;
        this.named = named;
    }

    public NotAdmitted(Reason reason, String why) {
        this(reason, "", why);
    }

    public NotAdmitted(Reason reason, String why, Throwable cause) {
        this(reason, why);
        initCause(cause);
    }

    public Reason reason() {
        return reason;
    }

    /** What the account would be called; may be empty. */
    public String named() {
        return named;
    }
}
