package org.acervo.conformance;

/** Rules that a repository is to keep, each a test. */
interface Rules {

    /** The repository under test, the same one for all rules of a run. */
    Site site();
}
