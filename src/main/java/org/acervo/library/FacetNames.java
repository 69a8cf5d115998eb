package org.acervo.library;

import java.util.Map;
import java.util.Optional;
import org.acervo.search.Facet;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;

/**
 * What facets and their values are called in the reader's language.
 *
 * @param collections the titles of the collections by their codes
 */
record FacetNames(Reader reader, Vocabularies vocabularies, Map<String, String> collections) {

    String facet(Facet facet) {
        return reader.text("facet." + facet.parameter());
    }

    /** The label of a value; its code where it is not known any more. */
    String value(Facet facet, String code) {
        return switch (facet) {
            case MISSION -> term(vocabularies.missions(), code);
            case THEME -> term(vocabularies.themes(), code);
            case TYPE -> term(vocabularies.types(), code);
            case LANGUAGE -> reader.languageName(code);
            case COUNTRY -> vocabularies.places().label(code, reader.language());
            case COLLECTION -> collections.getOrDefault(code, code);
            case PUBLISHER_KIND, HAS_FILE -> reader.texts().getOrDefault(facet.parameter() + "." + code, code);
            case STATE, TEXT_STATUS, LACKS -> code;
        };
    }

    private <T extends Term> String term(Vocabulary<T> vocabulary, String code) {
        Optional<T> found = vocabulary.find(code);
        return found.map(each -> each.labels().in(reader.language())).orElse(code);
    }
}
