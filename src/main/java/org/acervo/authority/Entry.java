package org.acervo.authority;

import java.time.Instant;
import org.acervo.vocabulary.Term;
import org.jspecify.annotations.Nullable;

/**
 * A term as staff see it.
 *
 * @param successor the code of the term in the place of a retired one; empty where there is none
 * @param change the change of many publications that gave them the successor; 0 where there was none
 * @param by who edited it last; empty where nobody has
 * @param at when, or null
 * @param number what an edit must be made to; 0 where nobody has edited it
 */
public record Entry(
        Authority authority,
        Term term,
        Origin origin,
        boolean retired,
        String successor,
        long change,
        String by,
        @Nullable Instant at,
        long number) {

    /** Where a term comes from. */
    public enum Origin {
        /** It is as the files say. */
        DELIVERED,
        /** Staff have edited what the files say. */
        CHANGED,
        /** Staff have added it. */
        ADDED
    }

    /** One that nobody has edited. */
    static Entry delivered(Authority authority, Term term) {
        return new Entry(authority, term, Origin.DELIVERED, false, "", 0, "", null, 0);
    }

    /** @param term as it is with the edit */
    static Entry edited(TermEdit edit, Term term, boolean delivered) {
        return new Entry(
                edit.authority(),
                term,
                delivered ? Origin.CHANGED : Origin.ADDED,
                edit.retired(),
                edit.successor(),
                edit.change(),
                edit.by(),
                edit.at(),
                edit.number());
    }

    public String code() {
        return term.code();
    }
}
