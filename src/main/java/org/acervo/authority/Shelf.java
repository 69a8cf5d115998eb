package org.acervo.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/**
 * The terms at one moment.
 *
 * @param delivered what the files say
 * @param edits what staff have made of it
 */
record Shelf(Vocabularies delivered, List<TermEdit> edits) {

    /** Everything as it is with the edits. */
    Vocabularies vocabularies() {
        return Overlay.over(delivered, edits);
    }

    /** The same with another edit. */
    Shelf with(TermEdit edit) {
        return new Shelf(delivered, Overlay.with(edits, edit));
    }

    /** The terms of an authority, the retired ones too. */
    List<Entry> all(Authority authority) {
        List<Entry> all = new ArrayList<>();
        for (Term each : terms(authority, vocabularies())) {
            all.add(edit(authority, each.code())
                    .map(edit -> Entry.edited(edit, each, delivers(authority, each.code())))
                    .orElseGet(() -> Entry.delivered(authority, each)));
        }
        return all;
    }

    Optional<Entry> find(Authority authority, String code) {
        return all(authority).stream().filter(each -> each.code().equals(code)).findFirst();
    }

    Optional<TermEdit> edit(Authority authority, String code) {
        return edits.stream()
                .filter(each ->
                        each.authority() == authority && each.term().code().equals(code))
                .findFirst();
    }

    /** Whether the files have a term. */
    boolean delivers(Authority authority, String code) {
        return terms(authority, delivered).stream().anyMatch(each -> each.code().equals(code));
    }

    private static List<? extends Term> terms(Authority authority, Vocabularies vocabularies) {
        return switch (authority) {
            case THEMES -> vocabularies.themes().known();
            case TYPES -> vocabularies.types().known();
            case ORGANIZATIONS -> vocabularies.organizations().known();
            case LANGUAGES -> languages(vocabularies.languages());
        };
    }

    private static List<LanguageName> languages(Languages languages) {
        return languages.entries().values().stream()
                .map(each ->
                        new LanguageName(each.code(), Labels.of(in -> languages.label(each.code(), in)), each.marc()))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }
}
