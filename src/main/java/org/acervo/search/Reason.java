package org.acervo.search;

/**
 * Why a hit stands where it stands: one word or phrase, where it was found and how.
 *
 * @param typed what was typed
 * @param found the word as the text has it
 * @param share of the score, in percent
 */
public record Reason(String typed, String found, Place place, Kind kind, int share) {

    /** Where it was found. */
    public enum Place {
        TITLE,
        TEXT,
        FILE
    }

    /** How it was found. */
    public enum Kind {
        /** The word itself, whatever its capitals and accents. */
        WORD,
        /** Another form of the word. */
        FORM,
        /** A word that the thesaurus has for the same. */
        THESAURUS
    }
}
