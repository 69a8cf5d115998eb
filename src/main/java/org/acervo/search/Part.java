package org.acervo.search;

import java.util.List;

/** A part of what was typed into the box, as it is meant. */
sealed interface Part {

    /** One word, as it was typed. */
    record Word(String text) implements Part {}

    /** Words in quotes: just these, in this order. */
    record Phrase(String text) implements Part {}

    /** A word with {@code *} for any letters and {@code ?} for one. */
    record Pattern(String text) implements Part {}

    /**
     * A word, and those that are spelt nearly so.
     *
     * @param edits how many letters may differ, 1 or 2
     */
    record Near(String text, int edits) implements Part {}

    /**
     * From one value to another, both included.
     *
     * @param from empty where it has no beginning
     * @param to empty where it has no end
     */
    record Range(String from, String to) implements Part {}

    /** Something that must be in one field. */
    record In(BoxField field, Part part) implements Part {}

    /** All of them, at least one. */
    record All(List<Part> parts) implements Part {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Any of them, at least one. */
    record Any(List<Part> parts) implements Part {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** What must not be there. */
    record Not(Part part) implements Part {}
}
