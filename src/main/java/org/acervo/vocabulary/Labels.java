package org.acervo.vocabulary;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** One label in the four interface languages. */
public record Labels(String en, String es, String fr, String pt) {

    /** The label in a language. */
    public String in(InterfaceLanguage language) {
        return switch (language) {
            case EN -> en;
            case ES -> es;
            case FR -> fr;
            case PT -> pt;
        };
    }

    /** What a function says in each of the four languages. */
    public static Labels of(Function<InterfaceLanguage, String> text) {
        return new Labels(
                text.apply(InterfaceLanguage.EN),
                text.apply(InterfaceLanguage.ES),
                text.apply(InterfaceLanguage.FR),
                text.apply(InterfaceLanguage.PT));
    }

    /** The same text in all four languages, as for a proper name. */
    public static Labels same(String text) {
        return new Labels(text, text, text, text);
    }

    /** The different texts, English first. */
    public Set<String> distinct() {
        Set<String> texts = new LinkedHashSet<>();
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            texts.add(in(language));
        }
        return texts;
    }
}
