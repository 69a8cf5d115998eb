package org.acervo.oai.http;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acervo.vocabulary.InterfaceLanguage;

/** The words of the pages in the four languages. */
final class Texts {

    private static final String BUNDLE = "org.acervo.oai.http.view";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** All words of a language by their key. */
    static Map<String, String> in(InterfaceLanguage language) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language.locale(), NO_FALLBACK);
        return bundle.keySet().stream().collect(Collectors.toMap(Function.identity(), bundle::getString));
    }
}
