package org.acervo.authority;

import java.util.List;

/**
 * The edits of terms, of each term the last. Writing happens inside {@link org.acervo.catalog.Transactions#run}. Thread-safe.
 * Every method throws {@link org.acervo.catalog.StorageUnavailable} where the database does not answer.
 */
public interface TermEdits {

    /** The number of the last edit of all, those that were taken back included; 0 before the first. */
    long number();

    /** All of them; terms that were edited earlier for the first time come first. */
    List<TermEdit> all();

    /** Keeps one in the place of the last of its term, under the next number; other edits wait until the transaction ends. */
    long put(TermEdit edit);

    /** Takes back what was made of a term, under the next number. */
    long remove(Authority authority, String code);
}
