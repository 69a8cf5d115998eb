package org.acervo.authority;

import java.time.Instant;
import org.acervo.vocabulary.Term;

/**
 * What staff have made of a term; it goes before what was delivered.
 *
 * @param term of the kind that the authority has
 * @param retired whether it may no longer be given to records
 * @param successor the code of the term in the place of a retired one; empty where there is none
 * @param change the change of many publications that gave them the successor; 0 where there was none
 * @param by who edited it last
 * @param number rises with each edit of any term; 0 before it is kept
 */
public record TermEdit(
        Authority authority,
        Term term,
        boolean retired,
        String successor,
        long change,
        String by,
        Instant at,
        long number) {

    /** The same as it is kept. */
    public TermEdit numbered(long other) {
        return new TermEdit(authority, term, retired, successor, change, by, at, other);
    }
}
