package org.acervo.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.acervo.catalog.Finding;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Immutable; two that mean the same are equal and have the same address.
 *
 * @param text what was typed into the box; may be empty
 * @param chosen the values that were ticked; of one facet any, of different facets all must fit
 * @param from the first year, or null
 * @param to the last year, or null
 * @param size how many hits a page has, 1 to {@link #MOST}
 * @param after where to go on, or null for the beginning
 * @param language that of findings and suggestions
 */
public record Search(
        String text,
        Map<Facet, SortedSet<String>> chosen,
        @Nullable Integer from,
        @Nullable Integer to,
        Sort sort,
        int size,
        @Nullable Position after,
        InterfaceLanguage language,
        Viewer viewer) {

    /** The largest page. */
    public static final int MOST = 100;

    /** The usual page. */
    public static final int PAGE = 20;

    /**
     * What parameters say.
     *
     * @param findings what was passed over, each with the parameter as its pointer
     */
    public record Read(Search search, List<Finding> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    public Search {
        Map<Facet, SortedSet<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
        size = Math.max(1, Math.min(size, MOST));
    }

    /** Everything that a viewer may find. */
    public static Search all(InterfaceLanguage language, Viewer viewer) {
        return new Search("", Map.of(), null, null, Sort.RELEVANCE, PAGE, null, language, viewer);
    }

    /**
     * Reads the parameters of an address: {@code q}, the facets', {@code from}, {@code to}, {@code sort}, {@code size} and
     * {@code after}; {@code lang}, {@code preview} and {@code done} are left to others. What cannot be meant is passed over with a finding.
     */
    public static Read of(
            Map<String, ? extends Collection<String>> parameters, InterfaceLanguage language, Viewer viewer) {
        return new SearchParameters(language, viewer).read(parameters);
    }

    /** The parameters that {@link #of} reads this from, in a fixed order; what is usual is left out. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", text.isEmpty() ? null : text);
        chosen.forEach((facet, values) -> parameters.put(facet.parameter(), List.copyOf(values)));
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "sort", sort == Sort.RELEVANCE ? null : sort.code());
        put(parameters, "size", size == PAGE ? null : size);
        put(parameters, "after", after == null ? null : after.code());
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(value.toString()));
        }
    }

    /** The chosen values of one facet; empty where none is. */
    public Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Collections.emptySortedSet());
    }

    /** Whether anything is chosen beside the text. */
    public boolean isNarrowed() {
        return !chosen.isEmpty() || from != null || to != null;
    }

    /** The same with other words, from the beginning. */
    public Search withText(String other) {
        return new Search(other, chosen, from, to, sort, size, null, language, viewer);
    }

    /** The same with other values of a facet, from the beginning; no values drop it. */
    public Search with(Facet facet, Collection<String> values) {
        Map<Facet, SortedSet<String>> other = new EnumMap<>(Facet.class);
        other.putAll(chosen);
        other.put(facet, new TreeSet<>(values));
        return new Search(text, other, from, to, sort, size, null, language, viewer);
    }

    /** The same with one value of a facet ticked, or no longer ticked where it was; from the beginning. */
    public Search toggled(Facet facet, String value) {
        List<String> values = new ArrayList<>(chosen(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(facet, values);
    }

    /** The same within other years, from the beginning. */
    public Search within(@Nullable Integer first, @Nullable Integer last) {
        return new Search(text, chosen, first, last, sort, size, null, language, viewer);
    }

    /** Whether a year is among those that it is narrowed to. */
    public boolean takesIn(int year) {
        return (from == null || from <= year) && (to == null || year <= to);
    }

    /** The same in another order, from the beginning. */
    public Search sorted(Sort other) {
        return new Search(text, chosen, from, to, other, size, null, language, viewer);
    }

    /** The same with pages of another size. */
    public Search sized(int other) {
        return new Search(text, chosen, from, to, sort, other, after, language, viewer);
    }

    /** The same from another place on. */
    public Search from(@Nullable Position place) {
        return new Search(text, chosen, from, to, sort, size, place, language, viewer);
    }

    /** The same without anything chosen, from the beginning. */
    public Search unnarrowed() {
        return new Search(text, Map.of(), null, null, sort, size, null, language, viewer);
    }
}
