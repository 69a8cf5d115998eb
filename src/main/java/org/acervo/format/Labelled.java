package org.acervo.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Places;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/** The codes of the vocabularies by what people and other programs call them, whatever the capitals. Immutable. */
final class Labelled {

    private final Map<String, String> themes = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, String> licences = new HashMap<>();

    private final Object edition;

    Labelled(Vocabularies vocabularies) {
        edition = vocabularies.edition();
        vocabularies.themes().all().forEach(each -> add(themes, each));
        vocabularies.types().all().forEach(each -> add(types, each));
        for (Licence each : vocabularies.licences()) {
            add(licences, each.labels(), each.uri());
            licences.putIfAbsent(key(each.spdx() == null ? each.uri() : each.spdx()), each.uri());
        }
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            Places.countries()
                    .forEach(code -> places.put(key(vocabularies.places().label(code, language)), code));
            Places.regions()
                    .forEach(
                            code -> places.putIfAbsent(key(vocabularies.places().label(code, language)), code));
            vocabularies
                    .places()
                    .named()
                    .forEach(
                            code -> places.putIfAbsent(key(vocabularies.places().label(code, language)), code));
            vocabularies
                    .languages()
                    .codes()
                    .forEach(code ->
                            languages.putIfAbsent(key(vocabularies.languages().label(code, language)), code));
        }
    }

    /** The same as long as the vocabularies are those that this was made from, else another. */
    Labelled following(Vocabularies vocabularies) {
        return vocabularies.edition() == edition ? this : new Labelled(vocabularies);
    }

    Optional<String> theme(String text) {
        return Optional.ofNullable(themes.get(key(text)));
    }

    Optional<String> type(String text) {
        return Optional.ofNullable(types.get(key(text)));
    }

    /** The code of a country, a region or a subdivision that has a name. */
    Optional<String> place(String text) {
        return Optional.ofNullable(places.get(key(text)));
    }

    Optional<String> language(String text) {
        return Optional.ofNullable(languages.get(key(text)));
    }

    /** The URI of a licence or statement of rights. */
    Optional<String> licence(String text) {
        return Optional.ofNullable(licences.get(key(text)));
    }

    private static void add(Map<String, String> codes, Term term) {
        codes.put(key(term.code()), term.code());
        add(codes, term.labels(), term.code());
    }

    private static void add(Map<String, String> codes, Labels labels, String code) {
        labels.distinct().forEach(label -> codes.putIfAbsent(key(label), code));
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
