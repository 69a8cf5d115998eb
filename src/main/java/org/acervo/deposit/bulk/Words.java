package org.acervo.deposit.bulk;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** What people read in sheets, in one of the four languages. */
final class Words {

    private static final Map<InterfaceLanguage, Words> ALL = new EnumMap<>(InterfaceLanguage.class);

    static {
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            ALL.put(language, new Words(language));
        }
    }

    private final ResourceBundle bundle;

    private Words(InterfaceLanguage language) {
        bundle = ResourceBundle.getBundle(
                "org.acervo.deposit.bulk.sheet",
                language.locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    static Words in(InterfaceLanguage language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String text(String key) {
        return bundle.getString(key);
    }

    /** The first of the words with a bar between, which is the one that lists offer. */
    String first(String key) {
        return text(key).split("\\|", -1)[0].strip();
    }

    /** The word that lists offer, in every language. */
    static Labels labels(String key) {
        return Labels.of(language -> in(language).first(key));
    }
}
