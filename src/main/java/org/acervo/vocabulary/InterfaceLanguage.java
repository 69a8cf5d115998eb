package org.acervo.vocabulary;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The four languages in which everything that people read exists. English is the fallback. */
public enum InterfaceLanguage {
    EN,
    ES,
    FR,
    PT;

    private static final List<InterfaceLanguage> ALL = List.of(values());

    private final Locale locale = Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));

    /** The locale of this language, without a country. */
    public Locale locale() {
        return locale;
    }

    /** The BCP 47 tag: {@code en}, {@code es}, {@code fr} or {@code pt}. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The interface language of a BCP 47 tag such as {@code pt-BR}, or English where there is none. */
    public static InterfaceLanguage of(String tag) {
        InterfaceLanguage found = find(tag);
        return found == null ? EN : found;
    }

    /** The interface language of a BCP 47 tag, or null where the tag is of another language. */
    public static @Nullable InterfaceLanguage find(String tag) {
        int end = tag.indexOf('-');
        String language = end < 0 ? tag : tag.substring(0, end);
        for (InterfaceLanguage each : ALL) {
            if (each.tag().equalsIgnoreCase(language)) {
                return each;
            }
        }
        return null;
    }

    /** The best interface language for the ranges of an {@code Accept-Language} header (RFC 4647 section 3.4). */
    public static InterfaceLanguage negotiate(String acceptLanguage) {
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(EN.locale, ES.locale, FR.locale, PT.locale));
            return best == null ? EN : of(best.toLanguageTag());
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
