package org.acervo.vocabulary;

/** An entry of a controlled vocabulary. */
public interface Term {

    /** The stable code, of lower-case letters, digits and hyphens, that records and set names carry. */
    String code();

    /** What people read instead of the code. */
    Labels labels();
}
