package org.acervo.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acervo.catalog.Findings.Place;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.acervo.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What each value must be. */
final class StatementRules {

    /** What is expected of a language tag. */
    static final List<String> LANGUAGES = List.of("es", "en", "fr", "pt", "pt-BR", "zxx");
    /** What is expected of a date. */
    static final List<String> DATES = List.of("2021", "2021-02", "2021-02-17", "2017~", "201X", DateForm.UNKNOWN);

    private static final List<String> PERIODS = List.of("2020", "2020-09/2020-11", "2020-09/..");
    private static final List<String> PLACES = List.of("MX", "MX-CHP", "029");
    private static final List<String> ADDRESSES = List.of("https://example.org/report.pdf");
    private static final List<String> DOIS = List.of("10.18356/9789213636787");
    private static final List<String> HANDLES = List.of("20.500.12345/678");
    private static final List<String> ISBNS = List.of("978-3-16-148410-0");
    private static final List<String> ISSNS = List.of("1561-5502");

    private final Vocabularies vocabularies;
    private final Supplier<Set<String>> collections;
    private final DublinCore metadata;
    private final Rules.Known known;
    private final Findings findings;
    private final QualifierRules qualifiers;

    StatementRules(
            Vocabularies vocabularies,
            Supplier<Set<String>> collections,
            DublinCore metadata,
            Rules.Known known,
            Findings findings) {
        this.vocabularies = vocabularies;
        this.collections = collections;
        this.metadata = metadata;
        this.known = known;
        this.findings = findings;
        this.qualifiers = new QualifierRules(vocabularies, findings);
    }

    /** Checks the values of one element, as many as there may be. */
    void check(Element element, List<Statement> all) {
        if (all.size() > element.most()) {
            findings.add(
                    Rule.TOO_MANY, element, Integer.toString(all.size()), List.of(Integer.toString(element.most())));
        }
        int most = Math.min(all.size(), element.most());
        for (int i = 0; i < most; i++) {
            Statement statement = all.get(i);
            Place place = Place.of(statement, i);
            if (statement.value().isBlank()) {
                findings.add(Rule.EMPTY_VALUE, place, null, List.of());
            } else if (isShort(statement.value(), element.longest(), place)) {
                value(statement.value(), place);
            }
            if (statement.lang() != null) {
                qualifiers.language(statement.lang(), place.at("lang"));
            }
            qualifiers.check(statement, place);
        }
    }

    private boolean isShort(String value, int longest, Place place) {
        if (value.length() <= longest) {
            return true;
        }
        findings.add(Rule.TOO_LONG, place, value, List.of(Integer.toString(longest)));
        return false;
    }

    private void value(String value, Place place) {
        switch (place.statement().element()) {
            case SOURCE_ID -> sourceId(value, place);
            case MISSION -> term(value, vocabularies.missions(), place);
            case TYPE -> term(value, vocabularies.types(), place);
            case THEME -> term(value, vocabularies.themes(), place);
            case COLLECTION -> code(value, collections.get(), place);
            case ACCESS -> code(value, Access.codes(), place);
            case DATE ->
                form(DateForm.isDate(value) || value.equals(DateForm.UNKNOWN), Rule.MALFORMED_DATE, place, DATES);
            case TEMPORAL -> form(DateForm.isPeriod(value), Rule.MALFORMED_PERIOD, place, PERIODS);
            case LANGUAGE -> qualifiers.language(value, place);
            case COVERAGE -> coverage(value, place);
            case IDENTIFIER ->
                IdentifierScheme.of(place.statement().qualifier(Qualifier.SCHEME))
                        .ifPresent(scheme -> identifier(value, scheme, place));
            case RELATION -> target(value, place);
            case LINK, FORMER_URL -> form(WebAddress.isHttp(value), Rule.MALFORMED_URI, place, ADDRESSES);
            case RIGHTS -> rights(value, place);
            default -> {
                // Text, of any form
            }
        }
    }

    private void form(boolean right, Rule rule, Place place, List<String> expected) {
        if (!right) {
            findings.add(rule, place, place.statement().value(), expected);
        }
    }

    private void sourceId(String value, Place place) {
        boolean ends = CleanText.isWhite(value.charAt(0)) || CleanText.isWhite(value.charAt(value.length() - 1));
        boolean right = !ends
                && value.codePoints().allMatch(point -> CleanText.isAllowed(point) && !Character.isISOControl(point));
        form(right, Rule.MALFORMED_SOURCE_ID, place, List.of());
    }

    private void term(String value, Vocabulary<? extends Term> vocabulary, Place place) {
        if (!vocabulary.has(value)) {
            List<String> nearest = Nearest.terms(value, vocabulary.all());
            findings.add(Finding.of(Rule.UNKNOWN_CODE, place.pointer(), value, nearest)
                    .labelled(vocabulary.all()));
        } else if (vocabulary.isRetired(value) && !known.had().test(place.statement())) {
            List<? extends Term> instead = vocabulary.successor(value).stream().toList();
            List<String> codes = instead.stream().map(Term::code).toList();
            findings.add(
                    Finding.of(Rule.RETIRED_CODE, place.pointer(), value, codes).labelled(instead));
        }
    }

    private void code(String value, Collection<String> codes, Place place) {
        if (!codes.contains(value)) {
            findings.add(Rule.UNKNOWN_CODE, place, value, Nearest.codes(value, codes));
        }
    }

    private void coverage(String value, Place place) {
        if (vocabularies.places().looksLikeCode(value) && !vocabularies.places().isKnown(value)) {
            findings.add(Rule.UNKNOWN_PLACE, place, value, PLACES);
        }
    }

    private void rights(String value, Place place) {
        if (vocabularies.licence(value).isEmpty()) {
            List<String> nearest = Nearest.licences(value, vocabularies.licences());
            findings.add(Finding.of(Rule.UNKNOWN_LICENCE, place.pointer(), value, nearest)
                    .labelled(
                            vocabularies.licences().stream().collect(Collectors.toMap(Licence::uri, Licence::labels))));
        } else if (Presence.isNotEvaluated(value)) {
            findings.add(Rule.RIGHTS_NOT_EVALUATED, place, value, List.of());
        }
    }

    private void target(String value, Place place) {
        boolean itself = value.equals(metadata.value(Element.SOURCE_ID))
                || (known.id() != null && value.equals(known.id().toString()));
        if (itself) {
            findings.add(Rule.RELATION_TO_ITSELF, place, value, List.of());
        } else if (value.startsWith("http://") || value.startsWith("https://")) {
            form(WebAddress.isHttp(value), Rule.MALFORMED_URI, place, ADDRESSES);
        }
    }

    private void identifier(String value, IdentifierScheme scheme, Place place) {
        boolean right = scheme.hasForm(value);
        switch (scheme) {
            case DOI -> form(right, Rule.MALFORMED_URI, place, DOIS);
            case HANDLE -> form(right, Rule.MALFORMED_URI, place, HANDLES);
            case URL -> form(right, Rule.MALFORMED_URI, place, ADDRESSES);
            case ISBN -> number(value, right ? CheckDigit.ofIsbn(value) : null, ISBNS, place);
            case ISSN -> number(value, right ? CheckDigit.ofIssn(value) : null, ISSNS, place);
            case SYMBOL -> {
                // Of any form
            }
        }
    }

    /** @param checked the number with its right check digit, or null where it has not the form of one */
    private void number(String value, @Nullable String checked, List<String> example, Place place) {
        if (checked == null) {
            findings.add(Rule.MALFORMED_NUMBER, place, value, example);
        } else if (!value.equals(checked)) {
            findings.add(Rule.WRONG_CHECK_DIGIT, place, value, List.of(checked));
        }
    }
}
