package org.acervo.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Languages;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.Places;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** The vocabularies that the operator keeps as JSON files in {@code config/vocabularies}. */
public final class VocabularyFiles {

    /** The DCMI Type Vocabulary. */
    private static final Set<String> DCMI_TYPES = Set.of(
            "Collection",
            "Dataset",
            "Event",
            "Image",
            "InteractiveResource",
            "MovingImage",
            "PhysicalObject",
            "Service",
            "Software",
            "Sound",
            "StillImage",
            "Text");

    private static final Pattern MARC = Pattern.compile("[a-z]{3}");
    private static final Map<String, Boolean> DEPOSIT = new TreeMap<>(Map.of("reviewed", true, "direct", false));
    private static final Map<String, Organization.Kind> KINDS = kinds();

    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    private VocabularyFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads every vocabulary of a folder.
     *
     * @throws MalformedConfiguration with everything that is wrong in any of the files
     */
    public static Vocabularies read(Path folder) {
        return new VocabularyFiles(folder).read();
    }

    private Vocabularies read() {
        Places places = new Places(subdivisions());
        Languages languages = new Languages(languages());
        List<Licence> licences = file("licences.json").entries("uri", VocabularyFiles::licence);
        List<ThematicArea> themes = file("themes.json").entries("code", VocabularyFiles::theme);
        List<PublicationType> types = file("types.json").entries("code", VocabularyFiles::type);
        List<Organization> organizations =
                file("organizations.json").entries("code", entry -> organization(entry, places));
        Vocabularies known = new Vocabularies(List.of(), List.of(), List.of(), List.of(), licences, languages, places);
        List<Mission> missions = file("missions.json").entries("code", entry -> mission(entry, known));
        if (!problems.isEmpty()) {
            throw new MalformedConfiguration(problems);
        }
        return new Vocabularies(missions, themes, types, organizations, licences, languages, places);
    }

    private ConfigurationFile file(String name) {
        return new ConfigurationFile(folder.resolve(name), problems);
    }

    private Map<String, String> subdivisions() {
        ConfigurationFile file = file("subdivisions.json");
        Map<String, String> names = file.texts();
        Places places = new Places(Map.of());
        for (String code : names.keySet()) {
            if (code.indexOf('-') != 2 || !places.isKnown(code)) {
                file.problem("member \"" + code + "\" is no subdivision; expected a code such as MX-CHP");
            }
        }
        return names;
    }

    private Map<String, Languages.Entry> languages() {
        Map<String, Languages.Entry> byCode = new HashMap<>();
        file("languages.json")
                .entries("code", VocabularyFiles::language)
                .forEach(entry -> byCode.put(entry.code(), entry));
        return byCode;
    }

    private static Languages.Entry language(ConfigurationEntry entry) {
        String code = entry.text("code");
        Labels labels = entry.has("labels") ? entry.labels("labels") : null;
        String marc = entry.optional("marc");
        if (marc != null && !MARC.matcher(marc).matches()) {
            entry.problem("marc", "three letters of the MARC list of languages");
        }
        boolean named =
                labels != null || new Languages(Map.of()).normalise(code).equals(Optional.of(code));
        if (!code.isEmpty() && !named) {
            entry.problem("labels", "the language's names, since the JDK has none, or a BCP 47 code such as pt-BR");
        }
        return new Languages.Entry(code, labels, marc);
    }

    private static Licence licence(ConfigurationEntry entry) {
        return new Licence(entry.address("uri"), entry.labels("labels"), entry.optional("spdx"), entry.flag("open"));
    }

    private static ThematicArea theme(ConfigurationEntry entry) {
        return new ThematicArea(entry.code("code"), entry.labels("labels"), entry.labels("description"));
    }

    private static PublicationType type(ConfigurationEntry entry) {
        String dcmi = entry.text("dcmi");
        if (!dcmi.isEmpty() && !DCMI_TYPES.contains(dcmi)) {
            entry.problem("dcmi", "a term of the DCMI Type Vocabulary, such as Text");
        }
        return new PublicationType(
                entry.code("code"), entry.labels("labels"), dcmi, entry.address("coar"), entry.text("coarLabel"));
    }

    private static Organization organization(ConfigurationEntry entry, Places places) {
        return new Organization(
                entry.code("code"),
                entry.labels("name"),
                entry.optional("acronym"),
                entry.texts("aliases"),
                entry.oneOf("kind", KINDS),
                country(entry, places),
                entry.has("ror") ? entry.address("ror") : null);
    }

    private static Mission mission(ConfigurationEntry entry, Vocabularies known) {
        List<String> coverage = entry.texts("coverage");
        if (!coverage.stream().allMatch(known.places()::isKnown)) {
            entry.problem("coverage", "codes of countries (ISO 3166-1) and regions (UN M49), such as MX or 029");
        }
        ConfigurationEntry defaults = entry.object("defaults");
        Mission mission = new Mission(
                entry.code("code"),
                entry.labels("labels"),
                coverage,
                defaults(defaults, known),
                entry.oneOf("deposit", DEPOSIT));
        defaults.refuseOthers();
        return mission;
    }

    private static Mission.Defaults defaults(ConfigurationEntry entry, Vocabularies known) {
        String rights = entry.optional("rights");
        if (rights != null && known.licence(rights).isEmpty()) {
            entry.problem("rights", "the uri of an entry of licences.json");
        }
        String language = entry.optional("language");
        if (language != null && !known.languages().normalise(language).equals(Optional.of(language))) {
            entry.problem("language", "a BCP 47 tag such as es or pt-BR");
        }
        return new Mission.Defaults(entry.optional("publisher"), rights, language, country(entry, known.places()));
    }

    private static @Nullable String country(ConfigurationEntry entry, Places places) {
        String country = entry.optional("country");
        if (country != null && (country.length() != 2 || !places.isKnown(country))) {
            entry.problem("country", "the code of a country (ISO 3166-1), such as MX");
        }
        return country;
    }

    private static Map<String, Organization.Kind> kinds() {
        Map<String, Organization.Kind> kinds = new LinkedHashMap<>();
        for (Organization.Kind kind : Organization.Kind.values()) {
            kinds.put(kind.code(), kind);
        }
        return kinds;
    }
}
