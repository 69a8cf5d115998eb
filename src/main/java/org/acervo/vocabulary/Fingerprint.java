package org.acervo.vocabulary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Digests what records are rendered with. The operator's order of terms is no part of it, except for organizations,
 * where the first of two with the same name is the one that is found; nor is whether a mission's deposits are reviewed.
 */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** SHA-256 in hexadecimal. */
    static String of(Edition vocabularies) {
        Fingerprint fingerprint = new Fingerprint();
        sorted(vocabularies.missions()).forEach(fingerprint::mission);
        fingerprint.next();
        sorted(vocabularies.themes()).forEach(fingerprint::term);
        fingerprint.next();
        sorted(vocabularies.types()).forEach(fingerprint::type);
        fingerprint.next();
        vocabularies.organizations().known().forEach(fingerprint::organization);
        fingerprint.successors(vocabularies.organizations());
        fingerprint.next();
        vocabularies.licences().stream()
                .sorted((one, other) -> one.uri().compareTo(other.uri()))
                .forEach(fingerprint::licence);
        fingerprint.next();
        fingerprint.languages(vocabularies.languages());
        fingerprint.next();
        fingerprint.places(vocabularies.places());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private static <T extends Term> List<T> sorted(Vocabulary<T> vocabulary) {
        return vocabulary.known().stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }

    private void mission(Mission mission) {
        term(mission);
        all(mission.coverage());
        Mission.Defaults defaults = mission.defaults();
        text(defaults.publisher());
        text(defaults.rights());
        text(defaults.language());
        text(defaults.country());
    }

    private void type(PublicationType type) {
        term(type);
        text(type.dcmi());
        text(type.coar());
        text(type.coarLabel());
        if (!type.like().equals(type.code())) {
            text(type.like());
        }
    }

    private void organization(Organization organization) {
        term(organization);
        text(organization.acronym());
        all(organization.aliases());
        text(organization.kind().code());
        text(organization.country());
        text(organization.ror());
    }

    /** The name of a retired organization is one of its successor. */
    private void successors(Vocabulary<Organization> organizations) {
        for (Organization each : organizations.known()) {
            organizations.successor(each.code()).ifPresent(successor -> {
                text(each.code());
                text(successor.code());
            });
        }
    }

    private void licence(Licence licence) {
        text(licence.uri());
        labels(licence.labels());
        text(licence.spdx());
        text(Boolean.toString(licence.open()));
    }

    private void languages(Languages languages) {
        Map<String, Languages.Entry> entries = languages.entries();
        TreeSet<String> codes = new TreeSet<>(entries.keySet());
        codes.addAll(List.of(Locale.getISOLanguages()));
        for (String code : codes) {
            text(code);
            text(languages.marc(code));
            for (InterfaceLanguage language : InterfaceLanguage.values()) {
                text(languages.label(code, language));
            }
        }
    }

    private void places(Places places) {
        TreeSet<String> codes = new TreeSet<>(places.subdivisions().keySet());
        codes.addAll(List.of(Locale.getISOCountries()));
        codes.addAll(Places.regions());
        for (String code : codes) {
            text(code);
            for (InterfaceLanguage language : InterfaceLanguage.values()) {
                text(places.label(code, language));
            }
        }
    }

    private void term(Term term) {
        text(term.code());
        labels(term.labels());
    }

    private void labels(Labels labels) {
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            text(labels.in(language));
        }
    }

    private void all(Collection<String> texts) {
        texts.forEach(this::text);
        next();
    }

    /** Marks are bytes that UTF-8 never has, so that no text can look like two. */
    private void text(@Nullable String text) {
        if (text == null) {
            digest.update((byte) 0xFD);
        } else {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0xFE);
    }

    private void next() {
        digest.update((byte) 0xFF);
    }
}
