package org.acervo.deposit.bulk;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.acervo.catalog.Access;
import org.acervo.catalog.Element;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;

/** The codes that labels in any of the four languages stand for. Immutable. */
final class Codes {

    private static final InterfaceLanguage[] LANGUAGES = InterfaceLanguage.values();

    private final Map<Element, Map<String, String>> codes = new EnumMap<>(Element.class);

    /** @param collections as they are now */
    Codes(Vocabularies vocabularies, List<org.acervo.catalog.Collection> collections) {
        terms(Element.MISSION, vocabularies.missions().all());
        terms(Element.THEME, vocabularies.themes().all());
        terms(Element.TYPE, vocabularies.types().all());
        for (org.acervo.catalog.Collection each : collections) {
            labels(Element.COLLECTION, each.code(), each.labels()::in);
        }
        for (Licence licence : vocabularies.licences()) {
            labels(Element.RIGHTS, licence.uri(), licence.labels()::in);
            if (licence.spdx() != null) {
                add(Element.RIGHTS, licence.spdx(), licence.uri());
            }
        }
        for (Access access : Access.values()) {
            words(Element.ACCESS, access.code(), "access." + access.code());
        }
        words(Element.DATE, "unknown", "date.unknown");
        for (String language : Locale.getISOLanguages()) {
            labels(Element.LANGUAGE, language, in -> vocabularies.languages().label(language, in));
        }
        for (String country : Locale.getISOCountries()) {
            labels(Element.COVERAGE, country, in -> vocabularies.places().label(country, in));
        }
    }

    private void terms(Element element, Collection<? extends Term> terms) {
        for (Term term : terms) {
            Labels labels = term.labels();
            labels(element, term.code(), labels::in);
        }
    }

    private void labels(Element element, String code, Function<InterfaceLanguage, String> label) {
        add(element, code, code);
        for (InterfaceLanguage language : LANGUAGES) {
            add(element, label.apply(language), code);
        }
    }

    private void words(Element element, String code, String key) {
        add(element, code, code);
        for (InterfaceLanguage language : LANGUAGES) {
            for (String word : Words.in(language).text(key).split("\\|", -1)) {
                add(element, word, code);
            }
        }
    }

    private void add(Element element, String text, String code) {
        codes.computeIfAbsent(element, each -> new HashMap<>()).putIfAbsent(Folded.of(text), code);
    }

    /** The code that a text stands for, or the text itself. */
    String code(Element element, String text) {
        Map<String, String> known = codes.get(element);
        return known == null ? text : known.getOrDefault(Folded.of(text), text);
    }

    /** Whether a text is the label or code of something. */
    boolean knows(Element element, String text) {
        Map<String, String> known = codes.get(element);
        return known != null && known.containsKey(Folded.of(text));
    }
}
