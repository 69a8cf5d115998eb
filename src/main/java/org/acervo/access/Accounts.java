package org.acervo.access;

import java.util.List;
import java.util.Optional;

/**
 * The accounts. Thread-safe; changes are a part of the transaction that is under way.
 *
 * <p>Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface Accounts {

    Optional<Account> find(String name);

    /** Finds an account and keeps others from changing it until the end of the transaction. */
    Optional<Account> hold(String name);

    /** All accounts by name. */
    List<Account> all();

    /** Adds an account; false where there is one of that name. */
    boolean add(Account account);

    /** Replaces the account of that name, which must be there. */
    void save(Account account);

    /** Removes an account; false where there is none. */
    boolean remove(String name);
}
