package org.acervo.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.acervo.vocabulary.InterfaceLanguage;

/** The words of the pages in the four languages: those of the frame, and those of a part's own bundle. */
public final class Texts {

    private static final String FRAME = "org.acervo.pages.frame";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Texts() {}

    /**
     * All words of a language by their key.
     *
     * @param bundles the names of bundles, each of which goes before the ones named before it and those of the frame
     */
    public static Map<String, String> in(InterfaceLanguage language, String... bundles) {
        Map<String, String> texts = new HashMap<>();
        add(texts, FRAME, language);
        for (String bundle : bundles) {
            add(texts, bundle, language);
        }
        return texts;
    }

    /** The words of the frame alone. */
    static Map<String, String> in(InterfaceLanguage language) {
        return in(language, new String[0]);
    }

    private static void add(Map<String, String> texts, String bundle, InterfaceLanguage language) {
        ResourceBundle words = ResourceBundle.getBundle(bundle, language.locale(), NO_FALLBACK);
        words.keySet().forEach(key -> texts.put(key, words.getString(key)));
    }
}
