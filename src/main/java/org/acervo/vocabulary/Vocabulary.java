package org.acervo.vocabulary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terms of one vocabulary in the operator's order, found by code. Immutable. */
public final class Vocabulary<T extends Term> {

    private final Map<String, T> terms = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where a code occurs twice */
    public Vocabulary(Collection<T> terms) {
        for (T term : terms) {
            if (this.terms.put(term.code(), term) != null) {
                throw new IllegalArgumentException("The code " + term.code() + " occurs twice");
            }
        }
    }

    public Optional<T> find(String code) {
        return Optional.ofNullable(terms.get(code));
    }

    public boolean has(String code) {
        return terms.containsKey(code);
    }

    public List<T> all() {
        return List.copyOf(terms.values());
    }

    public List<String> codes() {
        return List.copyOf(terms.keySet());
    }
}
