package org.acervo.access;

import java.util.Locale;

/** What a caller may do, as scopes of a token say or as follows from the role of an account. */
public enum Right {
    /** Read what is not public. */
    READ,
    /** Make drafts, change, submit and withdraw what belongs to one's missions. */
    DEPOSIT,
    /** Make public without review. */
    PUBLISH,
    /** Work on the publications of every mission, and decide on what was submitted. */
    CURATE,
    /** Manage accounts, tokens and erasures. */
    ADMINISTER;

    /** The code used in documents, and as the scope of a token. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
