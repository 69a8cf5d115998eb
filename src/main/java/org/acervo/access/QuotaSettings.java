package org.acervo.access;

import java.util.OptionalLong;

/**
 * The quotas that were set for missions. Thread-safe; changes are a part of the transaction that is under way.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface QuotaSettings {

    /** The bytes that were set for a mission, or empty where nothing was. */
    OptionalLong find(String mission);

    /** Sets the bytes for a mission, or, where empty, unsets them. */
    void set(String mission, OptionalLong bytes);
}
