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
 * lacks, from the operator's list, as it is now. Thread-safe.
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

    private static final Set<String> ISO_CODES = Set.of(Locale.getISOLanguages());

    private volatile Known known;

    /** The list, and what was made of it so far. */
    private record Known(
            Map<String, Entry> entries,
            Map<String, String> canonical,
            Map<String, Labels> labels,
            Map<String, String> marcCodes) {

        static Known of(Map<String, Entry> entries) {
            Map<String, String> canonical = new HashMap<>();
            ISO_CODES.forEach(
                    code -> canonical.put(code, Locale.forLanguageTag(code).toLanguageTag()));
            entries.keySet().forEach(code -> canonical.put(code, code));
            return new Known(Map.copyOf(entries), canonical, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    public Languages(Map<String, Entry> entries) {
        known = Known.of(entries);
    }

    /** The same with other entries of the list. */
    public Languages with(Map<String, Entry> more) {
        Map<String, Entry> all = new HashMap<>(entries());
        all.putAll(more);
        return new Languages(all);
    }

    /** Answers what another list does now, from now on. */
    void become(Languages other) {
        known = other.known;
    }

    /** An entry of the list. */
    public Optional<Entry> entry(String code) {
        return Optional.ofNullable(entries().get(code));
    }

    /** The codes of all languages that are known, without scripts and countries. */
    public Set<String> codes() {
        Set<String> codes = new TreeSet<>(entries().keySet());
        codes.addAll(ISO_CODES);
        return codes;
    }

    /** The operator's list, by code. */
    public Map<String, Entry> entries() {
        return known.entries();
    }

    /**
     * The canonical form of a tag: {@code pt_br} becomes {@code pt-BR}.
     *
     * @return empty where the tag is malformed or its language is not known
     */
    public Optional<String> normalise(String tag) {
        String canonical = known.canonical().get(tag);
        return canonical != null ? Optional.of(canonical) : parse(tag.trim());
    }

    private Optional<String> parse(String tag) {
        String canonical = known.canonical().get(tag.toLowerCase(Locale.ROOT));
        if (canonical != null) {
            return Optional.of(canonical);
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
                && (ISO_CODES.contains(language)
                        || entries().containsKey(language)
                        || !Locale.forLanguageTag(language)
                                .getDisplayLanguage(Locale.ENGLISH)
                                .equals(language));
    }

    /** The name of a language, with its country where the tag has one. */
    public String label(String tag, InterfaceLanguage in) {
        Known now = known;
        Labels labels = now.labels().get(tag);
        if (labels == null) {
            labels = labels(tag, now.entries().get(tag));
            if (now.labels().size() < MOST) {
                now.labels().put(tag, labels);
            }
        }
        return labels.in(in);
    }

    private static Labels labels(String tag, @Nullable Entry entry) {
        if (entry != null && entry.labels() != null) {
            return entry.labels();
        }
        Locale locale = Locale.forLanguageTag(tag);
        return Labels.of(language -> locale.getDisplayName(language.locale()));
    }

    /** The code of the MARC list of languages (ISO 639-2/B), {@code und} where there is none. */
    public String marc(String tag) {
        Known now = known;
        String code = now.marcCodes().get(tag);
        if (code == null) {
            String language = Locale.forLanguageTag(tag).getLanguage();
            code = marcCode(language, now.entries().get(language));
            if (now.marcCodes().size() < MOST) {
                now.marcCodes().put(tag, code);
            }
        }
        return code;
    }

    private static String marcCode(String language, @Nullable Entry entry) {
        if (entry != null && entry.marc() != null) {
            return entry.marc();
        }
        String code =
                ISO_CODES.contains(language) ? Locale.forLanguageTag(language).getISO3Language() : language;
        return MarcLanguages.has(code) ? code : "und";
    }
}
