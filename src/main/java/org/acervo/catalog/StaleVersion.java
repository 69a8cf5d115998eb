package org.acervo.catalog;

/** A change was made to a version of a publication that is no longer the current one. */
public final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int current;

    public StaleVersion(PublicationId id, int current) {
        super("Publication " + id + " is at version " + current);
        this.current = current;
    }

    /** The version that is current. */
    public int current() {
        return current;
    }
}
