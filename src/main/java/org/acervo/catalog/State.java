package org.acervo.catalog;

import java.util.Locale;

/** The life of a publication: draft → submitted → (returned → submitted)* → published → withdrawn → reinstated. */
public enum State {
    DRAFT,
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    WITHDRAWN;

    /** The code used in documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the world has been told of it: it is on a landing page or a tombstone. */
    public boolean isPublic() {
        return this == PUBLISHED || this == WITHDRAWN;
    }
}
