package org.acervo.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms in which a publication can be had at its address, the one for people first. */
enum Representation {
    PAGE("", "HTML", null, "text/html", "application/xhtml+xml"),
    JSON("json", "JSON", null, "application/json"),
    JSON_LD("jsonld", "JSON-LD", "https://schema.org/", "application/ld+json"),
    DUBLIN_CORE("xml", "Dublin Core", "http://www.openarchives.org/OAI/2.0/oai_dc/", "application/xml", "text/xml"),
    MODS("mods", "MODS", "http://www.loc.gov/mods/v3", "application/mods+xml");

    /** All but the page. */
    static final List<Representation> OF_RECORDS = List.of(JSON, JSON_LD, DUBLIN_CORE, MODS);

    private final String ending;
    private final String title;
    private final @Nullable String profile;
    private final List<String> types;

    Representation(String ending, String title, @Nullable String profile, String... types) {
        this.ending = ending;
        this.title = title;
        this.profile = profile;
        this.types = List.of(types);
    }

    /** What follows the dot of a plain address; nothing for the page. */
    String ending() {
        return ending;
    }

    /** What people call it, in every language. */
    String title() {
        return title;
    }

    /** A URI that says what is in it, where the media type does not; else null. */
    @Nullable
    String profile() {
        return profile;
    }

    /** The media type without parameters. */
    String type() {
        return types.get(0);
    }

    /** The header Content-Type. */
    String contentType() {
        return this == JSON || this == JSON_LD ? type() : type() + "; charset=UTF-8";
    }

    /** The form that a plain address names by its ending. */
    static Optional<Representation> ofEnding(String ending) {
        return OF_RECORDS.stream().filter(each -> each.ending.equals(ending)).findFirst();
    }

    /**
     * The form that a client wants most (RFC 9110 section 12.5.1), the page where it does not mind.
     *
     * @param accept the header, or null where there is none
     * @return empty where it wants none of them
     */
    static Optional<Representation> wanted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(PAGE);
        }
        Representation best = null;
        double most = 0;
        for (Representation each : values()) {
            double weight = each.types.stream()
                    .mapToDouble(type -> weight(type, accept))
                    .max()
                    .orElse(0);
            if (weight > most) {
                best = each;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The weight that the most specific range gives to a type; nothing where none has it. */
    private static double weight(String type, String accept) {
        String family = type.substring(0, type.indexOf('/') + 1) + "*";
        double weight = 0;
        int closest = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", 100)) {
            String[] parts = range.split(";");
            String name = parts.length == 0 ? "" : parts[0].strip();
            int close = name.equals(type) ? 3 : name.equals(family) ? 2 : name.equals("*/*") ? 1 : 0;
            if (close > closest) {
                closest = close;
                weight = quality(parts);
            }
        }
        return weight;
    }

    private static double quality(String[] parameters) {
        for (String each : parameters) {
            String text = each.strip();
            if (text.startsWith("q=")) {
                try {
                    return Double.parseDouble(text.substring(2).strip());
                } catch (NumberFormatException strange) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
