package org.acervo.catalog;

import java.util.List;
import java.util.Optional;
import org.acervo.vocabulary.Mission;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What must be there, and what is asked for with a warning. */
final class Presence {

    private final Vocabularies vocabularies;
    private final DublinCore metadata;
    private final Rules.Purpose purpose;
    private final Findings findings;
    private final Mission.Defaults defaults;
    private final boolean news;

    Presence(Vocabularies vocabularies, DublinCore metadata, Rules.Purpose purpose, Findings findings) {
        this.vocabularies = vocabularies;
        this.metadata = metadata;
        this.purpose = purpose;
        this.findings = findings;
        this.defaults = find(Element.MISSION)
                .flatMap(vocabularies.missions()::find)
                .map(Mission::defaults)
                .orElse(Mission.Defaults.NONE);
        this.news = find(Element.TYPE)
                .flatMap(vocabularies.types()::find)
                .filter(PublicationType::isNews)
                .isPresent();
    }

    private Optional<String> find(Element element) {
        return Optional.ofNullable(metadata.value(element));
    }

    /** Finds what is wrong with a document that has no value for the element; a default of its mission is one. */
    void absent(Element element) {
        if (isRequired(element)) {
            findings.add(Finding.of(Rule.REQUIRED, element.pointer(), null, examples(element))
                    .labelled(terms(element)));
        }
        if (element == Element.RIGHTS && purpose == Rules.Purpose.PUBLISH && isNotEvaluated(defaults.rights())) {
            findings.add(Rule.RIGHTS_NOT_EVALUATED, element, defaults.rights(), List.of());
        }
    }

    /** Asks for a file or a link, where a reader would look for one in vain. */
    void files(boolean present) {
        boolean reading = present || metadata.has(Element.LINK) || news;
        boolean withheld = Access.METADATA_ONLY.code().equals(metadata.value(Element.ACCESS));
        if (purpose == Rules.Purpose.PUBLISH && !reading && !withheld) {
            findings.add(Rule.NO_FILE_OR_LINK, Element.LINK, null, List.of());
        }
    }

    private boolean isRequired(Element element) {
        if (purpose == Rules.Purpose.DRAFT) {
            return element == Element.TITLE;
        }
        return switch (element) {
            case TITLE, TYPE, MISSION -> true;
            case LANGUAGE -> defaults.language() == null;
            case DESCRIPTION, THEME, DATE -> !news;
            default -> false;
        };
    }

    private List<String> examples(Element element) {
        return switch (element) {
            case LANGUAGE -> StatementRules.LANGUAGES;
            case DATE -> StatementRules.DATES;
            default -> Nearest.terms(null, terms(element));
        };
    }

    /** What an element of codes may have, else nothing. */
    private List<? extends Term> terms(Element element) {
        return switch (element) {
            case MISSION -> vocabularies.missions().all();
            case TYPE -> vocabularies.types().all();
            case THEME -> vocabularies.themes().all();
            default -> List.of();
        };
    }

    /** Whether rights say nothing: there are none, or the statement that they have not been evaluated. */
    static boolean isNotEvaluated(@Nullable String rights) {
        return rights == null || rights.contains("rightsstatements.org/vocab/CNE/");
    }
}
