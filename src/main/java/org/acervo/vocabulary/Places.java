package org.acervo.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Countries (ISO 3166-1 alpha-2), their subdivisions (ISO 3166-2) and regions (UN M49), labelled from the JDK's CLDR
 * data and the operator's list of subdivisions.
 */
public final class Places {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern REGION = Pattern.compile("[0-9]{3}");

    /** As many codes as are remembered; more than any library has. */
    private static final int MOST = 10_000;

    private final Map<String, Labels> labels = new ConcurrentHashMap<>();
    private final Map<String, String> subdivisions;
    private final Set<String> countries = Set.of(Locale.getISOCountries());

    /** @param subdivisions names by ISO 3166-2 code */
    public Places(Map<String, String> subdivisions) {
        this.subdivisions = Map.copyOf(subdivisions);
    }

    /** Whether the text has the form of a code, known or not; everything else is the name of a place. */
    public boolean looksLikeCode(String text) {
        return COUNTRY.matcher(text).matches()
                || SUBDIVISION.matcher(text).matches()
                || REGION.matcher(text).matches();
    }

    /** Whether the code names a country, a subdivision (by its form and country) or a region. */
    public boolean isKnown(String code) {
        if (REGION.matcher(code).matches()) {
            return !new Locale("", code).getDisplayCountry(Locale.ENGLISH).equals(code);
        }
        return looksLikeCode(code) && countries.contains(code.substring(0, 2));
    }

    /** The country of a country or subdivision code, empty for a region. */
    public Optional<String> country(String code) {
        return REGION.matcher(code).matches() ? Optional.empty() : Optional.of(code.substring(0, 2));
    }

    /** The name of a known code; a subdivision without a name of its own shows its code beside its country. */
    public String label(String code, InterfaceLanguage in) {
        Labels known = labels.get(code);
        if (known == null) {
            known = Labels.of(language -> name(code, language));
            if (labels.size() < MOST) {
                labels.put(code, known);
            }
        }
        return known.in(in);
    }

    private String name(String code, InterfaceLanguage in) {
        if (!SUBDIVISION.matcher(code).matches()) {
            return new Locale("", code).getDisplayCountry(in.locale());
        }
        String country = new Locale("", code.substring(0, 2)).getDisplayCountry(in.locale());
        String name = subdivisions.get(code);
        return name == null ? country + " (" + code + ")" : name;
    }
}
