package org.acervo.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name of a set (OAI-PMH 2.0 section 2.6): a family alone, such as {@code mission}, or a member of it, such as
 * {@code mission:mexico}.
 */
public record SetSpec(String value) {

    private static final String MARKS = "-_.!~*'()";

    /** The families of sets, each a set of its own. */
    public enum Family {
        MISSION("mission"),
        THEME("theme"),
        TYPE("type"),
        LANGUAGE("lang"),
        COUNTRY("country"),
        COLLECTION("collection"),
        /** One set alone: what the OpenAIRE Guidelines for Literature Repositories 4 have harvested. */
        OPENAIRE("openaire");

        private final String spec;

        Family(String spec) {
            this.spec = spec;
        }

        /** The set of everything that is in a set of this family. */
        public SetSpec set() {
            return new SetSpec(spec);
        }

        /** The set of a code. */
        public SetSpec member(String code) {
            return new SetSpec(spec + ":" + code);
        }
    }

    public SetSpec {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("No setSpec: " + value);
        }
    }

    /** Parts of letters, digits and marks with colons between them; a pattern would take a tenth of the time of ListSets. */
    private static boolean hasForm(String text) {
        boolean inPart = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && MARKS.indexOf(c) < 0 && !(c == ':' && inPart)) {
                return false;
            }
            inPart = c != ':';
        }
        return inPart;
    }

    /** Reads a setSpec; empty where the text cannot be one. */
    public static Optional<SetSpec> parse(String text) {
        return hasForm(text) ? Optional.of(new SetSpec(text)) : Optional.empty();
    }

    /** The family that the set is of, or null. */
    public @Nullable Family family() {
        for (Family family : Family.values()) {
            if (value.equals(family.spec) || value.startsWith(family.spec + ":")) {
                return family;
            }
        }
        return null;
    }

    /** The code of a member of a family, or null for a family itself. */
    public @Nullable String code() {
        int colon = value.indexOf(':');
        return colon < 0 ? null : value.substring(colon + 1);
    }

    /** The sets of a publication, families first, in a fixed order. */
    public static List<SetSpec> of(DublinCore metadata, Function<String, Optional<String>> countryOf) {
        List<SetSpec> sets = new ArrayList<>();
        add(sets, Family.MISSION, metadata.values(Element.MISSION));
        add(sets, Family.THEME, metadata.values(Element.THEME));
        add(sets, Family.TYPE, metadata.values(Element.TYPE));
        add(sets, Family.LANGUAGE, metadata.values(Element.LANGUAGE));
        add(
                sets,
                Family.COUNTRY,
                metadata.values(Element.COVERAGE).stream()
                        .flatMap(place -> countryOf.apply(place).stream())
                        .toList());
        add(sets, Family.COLLECTION, metadata.values(Element.COLLECTION));
        return List.copyOf(sets);
    }

    private static void add(List<SetSpec> sets, Family family, List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        sets.add(family.set());
        codes.stream().distinct().forEach(code -> sets.add(family.member(code)));
    }

    @Override
    public String toString() {
        return value;
    }
}
