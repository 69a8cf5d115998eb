package org.acervo.access;

import java.time.Instant;
import java.util.List;

/**
 * The trail of what was tried and changed. Thread-safe; entries are a part of the transaction that is under way.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface AuditTrail {

    /** Keeps an entry under the next number. Texts that are too long are cut. */
    void note(AuditEntry entry);

    /** Entries below a number, the newest first. */
    List<AuditEntry> before(long number, int limit);

    /** Forgets what is older, some of it at least. */
    void forgetBefore(Instant time);
}
