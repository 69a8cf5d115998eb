package org.acervo.vocabulary;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of one vocabulary in the operator's order, found by code. A term that is retired is still understood where a
 * record has it, and offered no more. Immutable.
 */
public final class Vocabulary<T extends Term> {

    private final Map<String, T> terms = new LinkedHashMap<>();
    private final Map<String, String> retired;

    /** @throws IllegalArgumentException where a code occurs twice */
    public Vocabulary(Collection<T> terms) {
        this(terms, Map.of());
    }

    /**
     * @param retired the codes of the terms that are retired, each with that of the one in its place, or with empty text
     * @throws IllegalArgumentException where a code occurs twice
     */
    public Vocabulary(Collection<T> terms, Map<String, String> retired) {
        for (T term : terms) {
            if (this.terms.put(term.code(), term) != null) {
                throw new IllegalArgumentException("The code " + term.code() + " occurs twice");
            }
        }
        this.retired = Map.copyOf(retired);
    }

    /** A term, retired or not. */
    public Optional<T> find(String code) {
        return Optional.ofNullable(terms.get(code));
    }

    /** Whether there is such a term, retired or not. */
    public boolean has(String code) {
        return terms.containsKey(code);
    }

    /** Those that may be used. */
    public List<T> all() {
        return terms.values().stream().filter(each -> !isRetired(each.code())).toList();
    }

    /** The codes of those that may be used. */
    public List<String> codes() {
        return terms.keySet().stream().filter(each -> !isRetired(each)).toList();
    }

    /** All terms, the retired ones too. */
    public List<T> known() {
        return List.copyOf(terms.values());
    }

    public boolean isRetired(String code) {
        return retired.containsKey(code);
    }

    /** The term that may be used in the place of a retired one, also where that was retired in its turn. */
    public Optional<T> successor(String code) {
        Set<String> seen = new HashSet<>();
        String next = code;
        while (isRetired(next) && seen.add(next)) {
            next = retired.getOrDefault(next, "");
        }
        return next.equals(code) || isRetired(next) ? Optional.empty() : find(next);
    }
}
