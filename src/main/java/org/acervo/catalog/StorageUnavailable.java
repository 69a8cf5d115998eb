package org.acervo.catalog;

/** The database does not answer; a client may try again soon. */
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageUnavailable(Throwable cause) {
        super("The database does not answer", cause);
    }
}
