package org.acervo.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.acervo.catalog.Discoverability.Trait;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Element;
import org.acervo.catalog.State;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Places;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The values of facets: which a text has, what they are called, and which a typed word means. Thread-safe. */
final class FacetValues {

    private final Vocabularies vocabularies;
    private volatile Meanings meanings;

    private volatile @Nullable Labelled labelled;

    /** What names mean, as long as the vocabularies are the same. */
    private record Meanings(Object edition, Map<Facet, Map<String, Set<String>>> names) {}

    /** What values are called, as long as the vocabularies are the same. */
    private record Labelled(Object edition, LabelIndex labels) {}

    FacetValues(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
        this.meanings = new Meanings(vocabularies.edition(), new ConcurrentHashMap<>());
    }

    /** The codes that a text has of a facet that is read from the text. */
    Collection<String> of(Facet facet, DublinCore text) {
        return switch (facet) {
            case MISSION -> text.values(Element.MISSION);
            case THEME -> text.values(Element.THEME);
            case TYPE -> text.values(Element.TYPE);
            case COLLECTION -> text.values(Element.COLLECTION);
            case LANGUAGE ->
                text.values(Element.LANGUAGE).stream().map(FacetValues::primary).collect(Collectors.toSet());
            case COUNTRY ->
                text.values(Element.COVERAGE).stream()
                        .flatMap(each -> place(each).stream())
                        .collect(Collectors.toSet());
            case PUBLISHER_KIND ->
                text.values(Element.PUBLISHER).stream()
                        .flatMap(each -> vocabularies.organizationNamed(each).stream())
                        .map(each -> each.kind().code())
                        .collect(Collectors.toSet());
            case STATE, HAS_FILE, TEXT_STATUS, LACKS -> List.of();
        };
    }

    /** What a value is called, where a vocabulary says it. */
    Optional<Labels> labels(Facet facet, String code) {
        return switch (facet) {
            case MISSION -> labels(vocabularies.missions(), code);
            case THEME -> labels(vocabularies.themes(), code);
            case TYPE -> labels(vocabularies.types(), code);
            case COUNTRY ->
                vocabularies.places().isKnown(code)
                        ? Optional.of(
                                Labels.of(language -> vocabularies.places().label(code, language)))
                        : Optional.empty();
            case LANGUAGE ->
                Optional.of(Labels.of(language -> Locale.forLanguageTag(code).getDisplayLanguage(language.locale())));
            default -> Optional.empty();
        };
    }

    /** The codes that a typed word or phrase means: a code, or a label in any of the four languages. */
    Set<String> meant(Facet facet, String typed) {
        String key = key(typed);
        Set<String> named =
                meanings().names().computeIfAbsent(facet, this::names).getOrDefault(key, Set.of());
        // collections come and go, and states and the like have no labels here
        return named.isEmpty() && !isClosed(facet) ? Set.of(typed.strip()) : named;
    }

    /** What the values are called, to be looked through for words. */
    LabelIndex labels() {
        Object edition = vocabularies.edition();
        Labelled known = labelled;
        if (known == null || known.edition() != edition) {
            known = new Labelled(edition, LabelIndex.of(this));
            labelled = known;
        }
        return known.labels();
    }

    private Meanings meanings() {
        Meanings known = meanings;
        if (known.edition() != vocabularies.edition()) {
            known = new Meanings(vocabularies.edition(), new ConcurrentHashMap<>());
            meanings = known;
        }
        return known;
    }

    private static boolean isClosed(Facet facet) {
        return switch (facet) {
            case MISSION, THEME, TYPE, COUNTRY, STATE, HAS_FILE, PUBLISHER_KIND, LACKS -> true;
            case LANGUAGE, COLLECTION, TEXT_STATUS -> false;
        };
    }

    /** The codes of a facet, as far as they are known beforehand. */
    Collection<String> codes(Facet facet) {
        return switch (facet) {
            case MISSION -> vocabularies.missions().codes();
            case THEME -> codes(vocabularies.themes());
            case TYPE -> codes(vocabularies.types());
            case COUNTRY -> all(Places.countries(), Places.regions());
            case LANGUAGE -> Set.of(Locale.getISOLanguages());
            case STATE -> List.of(State.values()).stream().map(State::code).toList();
            case HAS_FILE -> List.of("yes", "no");
            case PUBLISHER_KIND ->
                List.of(Organization.Kind.values()).stream()
                        .map(Organization.Kind::code)
                        .toList();
            case LACKS -> List.of(Trait.values()).stream().map(Trait::code).toList();
            case COLLECTION, TEXT_STATUS -> List.of();
        };
    }

    private Map<String, Set<String>> names(Facet facet) {
        Map<String, Set<String>> names = new HashMap<>();
        for (String code : codes(facet)) {
            name(names, code, code);
            labels(facet, code).ifPresent(labels -> {
                for (InterfaceLanguage language : InterfaceLanguage.values()) {
                    name(names, labels.in(language), code);
                }
            });
        }
        return names;
    }

    private static void name(Map<String, Set<String>> names, String name, String code) {
        names.computeIfAbsent(key(name), each -> new LinkedHashSet<>()).add(code);
    }

    private static String key(String name) {
        Words words = new Words();
        return WordsAnalyzer.split(name.replace('-', ' ')).stream()
                .map(words::fold)
                .collect(Collectors.joining(" "));
    }

    private static Set<String> all(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private Optional<String> place(String value) {
        Places places = vocabularies.places();
        String code = places.normalise(value);
        return places.isKnown(code) ? Optional.of(places.country(code).orElse(code)) : Optional.empty();
    }

    /** Retired ones too: records may have them still. */
    private static <T extends Term> List<String> codes(Vocabulary<T> vocabulary) {
        return vocabulary.known().stream().map(Term::code).toList();
    }

    private static <T extends Term> Optional<Labels> labels(Vocabulary<T> vocabulary, String code) {
        return vocabulary.find(code).map(Term::labels);
    }
}
