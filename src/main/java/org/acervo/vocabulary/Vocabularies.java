package org.acervo.vocabulary;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All vocabularies of the repository as they are at one moment. Immutable and thread-safe. */
public final class Vocabularies {

    private final Vocabulary<Mission> missions;
    private final Vocabulary<ThematicArea> themes;
    private final Vocabulary<PublicationType> types;
    private final Vocabulary<Organization> organizations;
    private final Map<String, Licence> licences = new LinkedHashMap<>();
    private final Languages languages;
    private final Places places;
    private final Map<String, Organization> organizationsByName = new HashMap<>();

    public Vocabularies(
            List<Mission> missions,
            List<ThematicArea> themes,
            List<PublicationType> types,
            List<Organization> organizations,
            List<Licence> licences,
            Languages languages,
            Places places) {
        this.missions = new Vocabulary<>(missions);
        this.themes = new Vocabulary<>(themes);
        this.types = new Vocabulary<>(types);
        this.organizations = new Vocabulary<>(organizations);
        licences.forEach(licence -> this.licences.put(key(licence.uri()), licence));
        this.languages = languages;
        this.places = places;
        for (Organization organization : organizations) {
            organization.names().forEach(name -> organizationsByName.putIfAbsent(fold(name), organization));
        }
    }

    public Vocabulary<Mission> missions() {
        return missions;
    }

    public Vocabulary<ThematicArea> themes() {
        return themes;
    }

    public Vocabulary<PublicationType> types() {
        return types;
    }

    public Vocabulary<Organization> organizations() {
        return organizations;
    }

    /** The licences and statements of rights in the operator's order. */
    public List<Licence> licences() {
        return List.copyOf(licences.values());
    }

    public Languages languages() {
        return languages;
    }

    public Places places() {
        return places;
    }

    /** The organization that bears a name, an acronym or an alias, whatever its capitals. */
    public Optional<Organization> organizationNamed(String name) {
        return Optional.ofNullable(organizationsByName.get(fold(name)));
    }

    /** The licence of a URI, with {@code http} and {@code https} taken for the same. */
    public Optional<Licence> licence(String uri) {
        return Optional.ofNullable(licences.get(key(uri)));
    }

    /**
     * A digest of everything here that a rendered record may show, the names that the JDK gives to languages and places
     * among it. Two vocabularies with the same fingerprint render every record to the same bytes. It takes a tenth of a second:
     * ask once.
     */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String key(String uri) {
        int scheme = uri.startsWith("https://") ? 8 : uri.startsWith("http://") ? 7 : 0;
        String bare = uri.substring(scheme);
        return bare.endsWith("/") ? bare : bare + "/";
    }
}
