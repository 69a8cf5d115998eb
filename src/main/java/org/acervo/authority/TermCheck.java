package org.acervo.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Organization;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.ThematicArea;
import org.acervo.vocabulary.Vocabularies;

/** What a term must be, whoever makes it. Pointers name members, and labels with their language. */
final class TermCheck {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern MARC = Pattern.compile("[a-z]{3}");
    private static final Pattern ROR = Pattern.compile("https://ror\\.org/0[a-z0-9]{8}");
    /** The address of the form for a new one. */
    private static final String TAKEN = "new";

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ALIASES = 50;

    private final Vocabularies vocabularies;
    private final List<Finding> findings = new ArrayList<>();

    private TermCheck(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** All that is wrong with a term among the others that there are. */
    static List<Finding> check(Term term, Vocabularies vocabularies) {
        TermCheck check = new TermCheck(vocabularies);
        check.term(term);
        return check.findings;
    }

    private void term(Term term) {
        Pattern form = term instanceof LanguageName ? TAG : CODE;
        boolean right = form.matcher(term.code()).matches() && !term.code().equals(TAKEN);
        if (!right || term.code().length() > LONGEST_CODE) {
            found(Rule.MALFORMED_PARAMETER, "/code", term.code(), term instanceof LanguageName ? "quc" : "climate");
        }
        labels("/labels", term.labels(), LONGEST_LABEL, true);
        if (term instanceof ThematicArea theme) {
            labels("/description", theme.description(), LONGEST_TEXT, false);
            unlike(theme, vocabularies.themes().known());
        } else if (term instanceof PublicationType type) {
            unlike(type, vocabularies.types().known());
            if (type.like().isEmpty()) {
                findings.add(Finding.of(Rule.REQUIRED, "/like", null));
            }
        } else if (term instanceof Organization organization) {
            organization(organization);
        } else if (term instanceof LanguageName language
                && language.marc() != null
                && !MARC.matcher(language.marc()).matches()) {
            found(Rule.MALFORMED_PARAMETER, "/marc", language.marc(), "myn");
        }
    }

    private void labels(String pointer, Labels labels, int longest, boolean required) {
        for (InterfaceLanguage language : InterfaceLanguage.values()) {
            String label = labels.in(language);
            if (required && label.isBlank()) {
                findings.add(Finding.of(Rule.REQUIRED, pointer + "/" + language.tag(), null));
            } else if (label.length() > longest) {
                found(Rule.TOO_LONG, pointer + "/" + language.tag(), label, Integer.toString(longest));
            }
        }
    }

    /** No two terms of a list may look the same to whoever chooses. */
    private void unlike(Term term, List<? extends Term> others) {
        for (Term other : others) {
            for (InterfaceLanguage language : InterfaceLanguage.values()) {
                String label = term.labels().in(language);
                if (!other.code().equals(term.code())
                        && other.labels().in(language).equalsIgnoreCase(label)) {
                    found(Rule.NAME_TAKEN, "/labels/" + language.tag(), label, other.code());
                }
            }
        }
    }

    /** No two may be found by the same name. */
    private void organization(Organization organization) {
        for (String name : organization.names()) {
            vocabularies
                    .organizationNamed(name)
                    .filter(each -> !each.code().equals(organization.code()))
                    .ifPresent(each -> found(Rule.NAME_TAKEN, "/aliases", name, each.code()));
            if (name.length() > LONGEST_LABEL) {
                found(Rule.TOO_LONG, "/aliases", name, Integer.toString(LONGEST_LABEL));
            }
        }
        if (organization.aliases().size() > MOST_ALIASES) {
            found(
                    Rule.TOO_MANY,
                    "/aliases",
                    Integer.toString(organization.aliases().size()),
                    Integer.toString(MOST_ALIASES));
        }
        String country = organization.country();
        if (country != null && (country.length() != 2 || !vocabularies.places().isKnown(country))) {
            found(Rule.UNKNOWN_PLACE, "/country", country, "MX");
        }
        String ror = organization.ror();
        if (ror != null && !ROR.matcher(ror).matches()) {
            found(Rule.MALFORMED_URI, "/ror", ror, "https://ror.org/04n7pcv68");
        }
    }

    private void found(Rule rule, String pointer, String given, String expected) {
        findings.add(Finding.of(rule, pointer, given, expected));
    }
}
