package org.acervo.vocabulary;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The languages of publications: BCP 47 tags, labelled from the JDK's CLDR data and, for languages of the region that it
 * lacks, from the operator's list.
 */
public final class Languages {

    /** BCP 47: there is no linguistic content. */
    public static final String NONE = "zxx";

    private static final int LONGEST = 100;

    /**
     * A language of the operator's list.
     *
     * @param labels its names, or null where CLDR has them
     * @param marc its code in the MARC list of languages, or null where it is the ISO 639-2 one of the JDK
     */
    public record Entry(
            String code, @Nullable Labels labels, @Nullable String marc) {}

    /** As many tags as are remembered; more than any library has. */
    private static final int MOST = 5_000;

    private final Map<String, Entry> entries;
    private final Set<String> isoCodes = Set.of(Locale.getISOLanguages());
    private final Map<String, String> canonical = new HashMap<>();
    private final Map<String, Labels> labels = new ConcurrentHashMap<>();
    private final Map<String, String> marcCodes = new ConcurrentHashMap<>();

    public Languages(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
        isoCodes.forEach(code -> canonical.put(code, Locale.forLanguageTag(code).toLanguageTag()));
        entries.keySet().forEach(code -> canonical.put(code, code));
    }

    /** The codes of all languages that are known, without scripts and countries. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>(entries.keySet());
        codes.addAll(isoCodes);
        return codes;
    }

    /** The operator's list, by code. */
    Map<String, Entry> entries() {
        return entries;
    }

    /**
     * The canonical form of a tag: {@code pt_br} becomes {@code pt-BR}.
     *
     * @return empty where the tag is malformed or its language is not known
     */
    public Optional<String> normalise(String tag) {
        String known = canonical.get(tag);
        return known != null ? Optional.of(known) : parse(tag.trim());
    }

    private Optional<String> parse(String tag) {
        String known = canonical.get(tag.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        if (tag.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            String language = locale.getLanguage();
            return isKnown(language) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }

    private boolean isKnown(String language) {
        return !language.isEmpty()
                && (isoCodes.contains(language)
                        || entries.containsKey(language)
                        || !Locale.forLanguageTag(language)
                                .getDisplayLanguage(Locale.ENGLISH)
                                .equals(language));
    }

    /** The name of a language, with its country where the tag has one. */
    public String label(String tag, InterfaceLanguage in) {
        Labels known = labels.get(tag);
        if (known == null) {
            known = labels(tag);
            if (labels.size() < MOST) {
                labels.put(tag, known);
            }
        }
        return known.in(in);
    }

    private Labels labels(String tag) {
        Entry entry = entries.get(tag);
        if (entry != null && entry.labels() != null) {
            return entry.labels();
        }
        Locale locale = Locale.forLanguageTag(tag);
        return Labels.of(language -> locale.getDisplayName(language.locale()));
    }

    /** The code of the MARC list of languages (ISO 639-2/B), {@code und} where there is none. */
    public String marc(String tag) {
        String known = marcCodes.get(tag);
        if (known == null) {
            known = marcCode(Locale.forLanguageTag(tag).getLanguage());
            if (marcCodes.size() < MOST) {
                marcCodes.put(tag, known);
            }
        }
        return known;
    }

    private String marcCode(String language) {
        Entry entry = entries.get(language);
        if (entry != null && entry.marc() != null) {
            return entry.marc();
        }
        String code =
                isoCodes.contains(language) ? Locale.forLanguageTag(language).getISO3Language() : language;
        return MarcLanguages.has(code) ? code : "und";
    }
}
