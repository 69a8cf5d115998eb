package org.acervo.vocabulary;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All vocabularies as they were at one moment. */
final class Edition {

    private final Vocabulary<Mission> missions;
    private final Vocabulary<ThematicArea> themes;
    private final Vocabulary<PublicationType> types;
    private final Vocabulary<Organization> organizations;
    private final Map<String, Licence> licences = new LinkedHashMap<>();
    private final Languages languages;
    private final Places places;
    private final Map<String, Organization> organizationsByName = new HashMap<>();
    private volatile @Nullable String fingerprint;

    Edition(
            Vocabulary<Mission> missions,
            Vocabulary<ThematicArea> themes,
            Vocabulary<PublicationType> types,
            Vocabulary<Organization> organizations,
            List<Licence> licences,
            Languages languages,
            Places places) {
        this.missions = missions;
        this.themes = themes;
        this.types = types;
        this.organizations = organizations;
        licences.forEach(licence -> this.licences.put(key(licence.uri()), licence));
        this.languages = languages;
        this.places = places;
        organizations.all().forEach(each -> named(each, each));
        organizations.known().stream()
                .filter(each -> organizations.isRetired(each.code()))
                .forEach(
                        each -> named(each, organizations.successor(each.code()).orElse(each)));
    }

    private void named(Organization bearer, Organization meant) {
        bearer.names().forEach(name -> organizationsByName.putIfAbsent(fold(name), meant));
    }

    Vocabulary<Mission> missions() {
        return missions;
    }

    Vocabulary<ThematicArea> themes() {
        return themes;
    }

    Vocabulary<PublicationType> types() {
        return types;
    }

    Vocabulary<Organization> organizations() {
        return organizations;
    }

    List<Licence> licences() {
        return List.copyOf(licences.values());
    }

    Languages languages() {
        return languages;
    }

    Places places() {
        return places;
    }

    Optional<Organization> organizationNamed(String name) {
        return Optional.ofNullable(organizationsByName.get(fold(name)));
    }

    Optional<Licence> licence(String uri) {
        return Optional.ofNullable(licences.get(key(uri)));
    }

    /** Made once; where two ask at once, both make the same. */
    String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(this);
            fingerprint = known;
        }
        return known;
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
