package org.acervo.publishing;

/** What a database leaves in its files of what was deleted from it. */
public interface Traces {

    /**
     * Makes everything that was deleted before unreadable, as far as it can be reached from here; takes its time, and can be
     * begun again. Not within a transaction.
     *
     * @return whether all of it is gone; otherwise only the tables were written anew, and logs are left to whoever runs the
     *     database
     * @throws IllegalStateException where something is in the way; it is to be tried again
     * @throws org.acervo.catalog.StorageUnavailable where the database does not answer
     */
    boolean wipe();
}
