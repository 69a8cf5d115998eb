package org.acervo.console.search;

import java.util.Map;
import java.util.Optional;
import org.acervo.search.Facet;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;

/**
 * Says what the codes of facets mean.
 *
 * @param texts the words of the page
 * @param collections titles by code
 */
record FacetNames(
        InterfaceLanguage language,
        Map<String, String> texts,
        Vocabularies vocabularies,
        Map<String, String> collections) {

    String facet(Facet facet) {
        return texts.getOrDefault("facet." + facet.parameter(), facet.parameter());
    }

    /** The label of a value; its code where it is not known any more. */
    String value(Facet facet, String code) {
        return switch (facet) {
            case MISSION -> term(vocabularies.missions(), code);
            case THEME -> term(vocabularies.themes(), code);
            case TYPE -> term(vocabularies.types(), code);
            case LANGUAGE -> vocabularies.languages().label(code, language);
            case COUNTRY -> vocabularies.places().label(code, language);
            case COLLECTION -> collections.getOrDefault(code, code);
            case STATE, PUBLISHER_KIND, HAS_FILE, TEXT_STATUS, LACKS ->
                texts.getOrDefault(facet.parameter() + "." + code, code);
        };
    }

    private <T extends Term> String term(Vocabulary<T> vocabulary, String code) {
        Optional<T> found = vocabulary.find(code);
        return found.map(each -> each.labels().in(language)).orElse(code);
    }
}
