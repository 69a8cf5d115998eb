package org.acervo.authority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;

/** Lays what staff have made of terms over what was delivered. */
final class Overlay {

    private final List<TermEdit> edits;

    private Overlay(List<TermEdit> edits) {
        this.edits = edits;
    }

    /** What was delivered with the edits. */
    static Vocabularies over(Vocabularies delivered, List<TermEdit> edits) {
        Overlay overlay = new Overlay(edits);
        return delivered.with(
                overlay.terms(Authority.THEMES, ThematicArea.class, delivered.themes()),
                overlay.types(delivered.types()),
                overlay.terms(Authority.ORGANIZATIONS, Organization.class, delivered.organizations()),
                overlay.languages(delivered.languages()));
    }

    /** The same edits with another one of a term in the place of its last. */
    static List<TermEdit> with(List<TermEdit> edits, TermEdit next) {
        List<TermEdit> all = new ArrayList<>(edits);
        all.removeIf(each -> each.authority() == next.authority()
                && each.term().code().equals(next.term().code()));
        all.add(next);
        return all;
    }

    private <T extends Term> Vocabulary<T> terms(Authority authority, Class<T> kind, Vocabulary<T> delivered) {
        Map<String, T> terms = new LinkedHashMap<>();
        delivered.known().forEach(each -> terms.put(each.code(), each));
        Map<String, String> retired = new HashMap<>();
        for (TermEdit each : edits) {
            if (each.authority() == authority) {
                terms.put(each.term().code(), kind.cast(each.term()));
                if (each.retired()) {
                    retired.put(each.term().code(), each.successor());
                }
            }
        }
        return new Vocabulary<>(terms.values(), retired);
    }

    /** How a type is mapped, the files say: its own entry, or that of the type that it is like. */
    private Vocabulary<PublicationType> types(Vocabulary<PublicationType> delivered) {
        Vocabulary<PublicationType> all = terms(Authority.TYPES, PublicationType.class, delivered);
        Map<String, String> retired = new HashMap<>();
        List<PublicationType> mapped = new ArrayList<>();
        for (PublicationType each : all.known()) {
            mapped.add(delivered
                    .find(each.like())
                    .map(base -> base.narrower(each.code(), each.labels()))
                    .orElse(each));
            if (all.isRetired(each.code())) {
                retired.put(
                        each.code(), all.successor(each.code()).map(Term::code).orElse(""));
            }
        }
        return new Vocabulary<>(mapped, retired);
    }

    private Languages languages(Languages delivered) {
        Map<String, Languages.Entry> entries = new HashMap<>();
        for (TermEdit each : edits) {
            if (each.term() instanceof LanguageName name) {
                entries.put(name.code(), name.entry());
            }
        }
        return delivered.with(entries);
    }
}
