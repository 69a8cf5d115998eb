package org.acervo.catalog;

/** There is no publication with this id. */
public final class UnknownPublication extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnknownPublication(PublicationId id) {
        super("There is no publication " + id);
    }
}
