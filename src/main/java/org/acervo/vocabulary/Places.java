package org.acervo.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Countries (ISO 3166-1 alpha-2), their subdivisions (ISO 3166-2) and regions (UN M49), labelled from the JDK's CLDR
 * data and the operator's list of subdivisions.
 */
public final class Places {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> REGIONS = IntStream.range(0, 1000)
            .mapToObj(number -> pad(Integer.toString(number)))
            .filter(code ->
                    !new Locale("", code).getDisplayCountry(Locale.ENGLISH).equals(code))
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> COUNTRY_OF_NUMBER = countriesByNumber();

    /** As many codes as are remembered; more than any library has. */
    private static final int MOST = 10_000;

    private final Map<String, Labels> labels = new ConcurrentHashMap<>();
    private final Map<String, String> subdivisions;

    /** @param subdivisions names by ISO 3166-2 code */
    public Places(Map<String, String> subdivisions) {
        this.subdivisions = Map.copyOf(subdivisions);
    }

    /** The ISO 3166-2 codes of the subdivisions that have a name. */
    public Set<String> named() {
        return subdivisions.keySet();
    }

    /** The operator's names of subdivisions, by code. */
    Map<String, String> subdivisions() {
        return subdivisions;
    }

    /** The ISO 3166-1 alpha-2 codes of countries. */
    public static Set<String> countries() {
        return COUNTRIES;
    }

    /** The UN M49 codes of regions, three digits each. */
    public static Set<String> regions() {
        return REGIONS;
    }

    /** Whether the text has the form of a code, known or not; everything else is the name of a place. */
    public boolean looksLikeCode(String text) {
        int length = text.length();
        return length >= 2
                && length <= 6
                && (COUNTRY.matcher(text).matches() || SUBDIVISION.matcher(text).matches() || isRegionForm(text));
    }

    /** Whether the code names a country, a subdivision (by its form and country) or a region. */
    public boolean isKnown(String code) {
        return REGIONS.contains(code) || country(code).isPresent();
    }

    /**
     * The code that a text stands for, where it is a careless form of one: {@code mx} is MX, {@code mx-chp} is MX-CHP
     * where the operator's list has it, {@code 29} is 029 as a spreadsheet writes it, and {@code 484}, the UN M49 number
     * of a country, is that country. Anything else is the text itself.
     */
    public String normalise(String text) {
        int length = text.length();
        if (length > 6) {
            return text;
        }
        if (NUMBER.matcher(text).matches()) {
            String number = pad(text);
            return COUNTRY_OF_NUMBER.getOrDefault(number, number);
        }
        String upper = text.toUpperCase(Locale.ROOT);
        boolean careless = text.equals(text.toLowerCase(Locale.ROOT))
                && (COUNTRIES.contains(upper) || subdivisions.containsKey(upper));
        return careless ? upper : text;
    }

    /** The country of a country or subdivision code, empty for a region and for anything else. */
    public Optional<String> country(String code) {
        if (!looksLikeCode(code)) {
            return Optional.empty();
        }
        String country = code.substring(0, 2);
        return COUNTRIES.contains(country) ? Optional.of(country) : Optional.empty();
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

    private static boolean isRegionForm(String text) {
        return text.length() == 3 && NUMBER.matcher(text).matches();
    }

    private static String pad(String number) {
        return "000".substring(number.length()) + number;
    }

    private static Map<String, String> countriesByNumber() {
        Properties table = new Properties();
        try (InputStream in = Objects.requireNonNull(Places.class.getResourceAsStream("m49-countries.properties"))) {
            table.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> countries = new HashMap<>();
        table.stringPropertyNames().forEach(number -> countries.put(number, table.getProperty(number)));
        return Map.copyOf(countries);
    }
}
