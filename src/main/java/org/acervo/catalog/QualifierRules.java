package org.acervo.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acervo.catalog.Findings.Place;
import org.acervo.vocabulary.Vocabularies;

/** What is said beside a value. */
final class QualifierRules {

    private static final List<String> STATED_RELATIONS = Arrays.stream(RelationType.values())
            .filter(RelationType::isStated)
            .map(RelationType::code)
            .toList();
    private static final List<String> AGENTS = List.of("https://orcid.org/0000-0002-1825-0097");
    private static final Pattern ORCID = Pattern.compile("https?://orcid\\.org/((?:[0-9]{4}-){3}[0-9]{3}[0-9X])");
    private static final int LONGEST = 1_000;

    private final Vocabularies vocabularies;
    private final Findings findings;

    QualifierRules(Vocabularies vocabularies, Findings findings) {
        this.vocabularies = vocabularies;
        this.findings = findings;
    }

    void check(Statement statement, Place place) {
        if (statement.element() == Element.RELATION && statement.qualifier(Qualifier.TYPE) == null) {
            findings.add(Rule.REQUIRED, place.at(Qualifier.TYPE.member()), null, STATED_RELATIONS);
        }
        Map<Qualifier, String> qualifiers = statement.qualifiers();
        if (!qualifiers.isEmpty()) {
            for (Qualifier qualifier : Qualifier.ALL) {
                String text = qualifiers.get(qualifier);
                if (text != null) {
                    check(qualifier, text, place.at(qualifier.member()));
                }
            }
        }
    }

    private void check(Qualifier qualifier, String text, Place place) {
        if (text.length() > LONGEST) {
            findings.add(Rule.TOO_LONG, place, text, List.of(Integer.toString(LONGEST)));
            return;
        }
        switch (qualifier) {
            case KIND -> code(text, AgentKind.codes(), place);
            case SCHEME -> code(text, IdentifierScheme.codes(), place);
            case TYPE -> code(text, STATED_RELATIONS, place);
            case LANGUAGE -> language(text, place);
            case ID -> agent(text, place);
            case NUMBER, LABEL, FUNDER -> {
                // Text, of any form
            }
        }
    }

    private void code(String text, Collection<String> codes, Place place) {
        if (!codes.contains(text)) {
            findings.add(Rule.UNKNOWN_CODE, place, text, Nearest.codes(text, codes));
        }
    }

    /** Finds a tag that is no BCP 47 tag of a known language. */
    void language(String tag, Place place) {
        if (vocabularies.languages().normalise(tag).isEmpty()) {
            findings.add(Rule.MALFORMED_LANGUAGE, place, tag, StatementRules.LANGUAGES);
        }
    }

    private void agent(String id, Place place) {
        if (!WebAddress.isHttp(id)) {
            findings.add(Rule.MALFORMED_URI, place, id, AGENTS);
            return;
        }
        Matcher orcid = ORCID.matcher(id);
        if (orcid.matches() && !orcid.group(1).equals(CheckDigit.ofOrcid(orcid.group(1)))) {
            String right = "https://orcid.org/" + CheckDigit.ofOrcid(orcid.group(1));
            findings.add(Rule.WRONG_CHECK_DIGIT, place, id, List.of(right));
        }
    }
}
