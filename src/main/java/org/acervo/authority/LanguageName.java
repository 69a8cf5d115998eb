package org.acervo.authority;

import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a language is called.
 *
 * @param code BCP 47
 * @param marc its code in the MARC list of languages, or null where that follows from ISO 639-2
 */
public record LanguageName(
        String code, Labels labels, @Nullable String marc) implements Term {

    Languages.Entry entry() {
        return new Languages.Entry(code, labels, marc);
    }
}
