package org.acervo.search;

/**
 * A search that somebody wants to find again.
 *
 * @param id of the kept one; 0 before it is kept
 * @param owner the name of an account
 * @param name as the owner calls it, at most {@link #LONGEST} characters
 * @param query of the address of the search, without its question mark; at most {@link #LONGEST_QUERY} characters
 * @param shared whether everybody who has signed in finds it
 */
public record SavedSearch(long id, String owner, String name, String query, boolean shared) {

    /** The most characters of a name. */
    public static final int LONGEST = 100;

    /** The most characters of a query. */
    public static final int LONGEST_QUERY = 8_000;

    /** The same under another name. */
    public SavedSearch called(String other, boolean isShared) {
        return new SavedSearch(id, owner, other, query, isShared);
    }

    /** The same as it is kept. */
    public SavedSearch numbered(long number) {
        return new SavedSearch(number, owner, name, query, shared);
    }
}
