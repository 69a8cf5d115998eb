package org.acervo.access;

import java.util.OptionalLong;

/** How much each mission may store. Safe for concurrent use. */
public interface Quotas {

    /**
     * The most bytes that all files of a mission may have together: what an administrator has set for it, else the
     * setting for all. Empty where there is no limit.
     *
     * @throws org.acervo.catalog.StorageUnavailable if the database does not answer
     */
    OptionalLong limit(String mission);
}
