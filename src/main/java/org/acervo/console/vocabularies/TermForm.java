package org.acervo.console.vocabularies;

import java.util.Arrays;
import java.util.List;
import org.acervo.authority.Authorities;
import org.acervo.authority.Authority;
import org.acervo.authority.LanguageName;
import org.acervo.catalog.Cleaning;
import org.acervo.console.Fields;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.jspecify.annotations.Nullable;

/** A term as a form says it. */
final class TermForm {

    private TermForm() {}

    /** @param before the term as it is, or null for a new one */
    static Term read(Authority authority, String code, Fields form, @Nullable Term before, Authorities authorities) {
        Labels labels = labels(form, "label.");
        return switch (authority) {
            case THEMES -> new ThematicArea(code, labels, labels(form, "description."));
            case TYPES ->
                before instanceof PublicationType type
                        ? type.narrower(code, labels)
                        : authorities.typeLike(form.get("like"), new PublicationType(code, labels, "", "", ""));
            case ORGANIZATIONS -> organization(code, labels, form);
            case LANGUAGES -> new LanguageName(code, labels, optional(form, "marc"));
        };
    }

    private static Organization organization(String code, Labels labels, Fields form) {
        List<String> aliases = form.get("aliases")
                .lines()
                .map(TermForm::clean)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        Organization.Kind kind = Arrays.stream(Organization.Kind.values())
                .filter(each -> each.code().equals(form.get("kind")))
                .findFirst()
                .orElse(Organization.Kind.CIVIL_SOCIETY);
        return new Organization(
                code,
                filled(labels),
                optional(form, "acronym"),
                aliases,
                kind,
                optional(form, "country"),
                optional(form, "ror"));
    }

    /** Most organizations have the same name everywhere. */
    private static Labels filled(Labels labels) {
        String first = labels.distinct().stream()
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return Labels.of(language -> labels.in(language).isEmpty() ? first : labels.in(language));
    }

    private static Labels labels(Fields form, String prefix) {
        return Labels.of(language -> clean(form.get(prefix + language.tag())));
    }

    private static @Nullable String optional(Fields form, String name) {
        String text = clean(form.get(name));
        return text.isEmpty() ? null : text;
    }

    private static String clean(String text) {
        return Cleaning.remark(text).strip();
    }
}
