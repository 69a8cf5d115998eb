package org.acervo.catalog;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acervo.vocabulary.Licence;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Cleans one statement at a time, and warns of characters it removes. */
final class StatementCleaning {

    private static final Pattern ORCID =
            Pattern.compile("(?:https?://)?(?:www\\.)?(?:orcid\\.org/)?((?:[0-9]{4}-){3}[0-9]{3}[0-9Xx])/?");
    private static final Pattern ROR = Pattern.compile("(?:https?://)?(?:www\\.)?ror\\.org/([0-9a-z]+)/?");

    /** What people type beside a value, so that it is not lost with a blank one; the others are chosen from lists. */
    private static final Set<Qualifier> TYPED =
            Set.of(Qualifier.ID, Qualifier.NUMBER, Qualifier.LABEL, Qualifier.FUNDER);

    private final Vocabularies vocabularies;
    private final List<Finding> warnings;
    private final Set<Integer> removed = new TreeSet<>();

    /** @param warnings takes a finding for each value that loses characters */
    StatementCleaning(Vocabularies vocabularies, List<Finding> warnings) {
        this.vocabularies = vocabularies;
        this.warnings = warnings;
    }

    /**
     * The clean form of a statement: the same object where it is clean, null where it says nothing.
     *
     * @param index its place among the values of its element
     */
    @Nullable
    Statement clean(Statement given, int index) {
        String value = value(given, index);
        String lang = given.lang() == null ? null : language(given.lang());
        Map<Qualifier, String> qualifiers = qualifiers(given, index);
        if (value.isEmpty() && TYPED.stream().noneMatch(qualifiers::containsKey)) {
            return null;
        }
        Statement clean = new Statement(given.element(), value, lang, qualifiers);
        clean = canonical(clean);
        return clean.equals(given) ? given : clean;
    }

    private String value(Statement given, int index) {
        Element element = given.element();
        if (element == Element.SOURCE_ID) {
            // The mission's key is what it is: the rules refuse what must not be in it
            return given.value().isBlank() ? "" : CleanText.composed(given.value());
        }
        String text = characters(given.value(), element, index, "");
        return switch (element) {
            case DESCRIPTION, BODY -> CleanText.lines(text);
            case RELATION -> CleanText.trimmed(text);
            default -> CleanText.oneLine(text);
        };
    }

    private Map<Qualifier, String> qualifiers(Statement given, int index) {
        if (given.qualifiers().isEmpty()) {
            return given.qualifiers();
        }
        Map<Qualifier, String> clean = new EnumMap<>(Qualifier.class);
        given.qualifiers().forEach((qualifier, text) -> {
            String member = "/" + qualifier.member();
            String kept = CleanText.oneLine(characters(text, given.element(), index, member));
            if (!kept.isEmpty()) {
                clean.put(qualifier, canonical(qualifier, kept));
            }
        });
        return clean;
    }

    private String canonical(Qualifier qualifier, String text) {
        return switch (qualifier) {
            case KIND, SCHEME -> text.toLowerCase(Locale.ROOT);
            case LANGUAGE -> vocabularies.languages().normalise(text).orElse(text);
            case ID -> agent(text);
            case NUMBER, TYPE, LABEL, FUNDER -> text;
        };
    }

    /** The URI of an ORCID iD or a ROR id, however it was written. */
    private static String agent(String id) {
        Matcher orcid = ORCID.matcher(id);
        if (orcid.matches()) {
            return "https://orcid.org/" + orcid.group(1).toUpperCase(Locale.ROOT);
        }
        Matcher ror = ROR.matcher(id);
        return ror.matches() ? "https://ror.org/" + ror.group(1) : WebAddress.encoded(id);
    }

    private Statement canonical(Statement statement) {
        String value = statement.value();
        return switch (statement.element()) {
            case LANGUAGE ->
                withValue(statement, vocabularies.languages().normalise(value).orElse(value));
            case COVERAGE ->
                statement.lang() == null
                        ? withValue(statement, vocabularies.places().normalise(value))
                        : statement;
            case RIGHTS ->
                withValue(
                        statement, vocabularies.licence(value).map(Licence::uri).orElse(value));
            case LINK, FORMER_URL -> withValue(statement, WebAddress.encoded(value));
            case CREATOR, CONTRIBUTOR, PUBLISHER ->
                statement.qualifier(Qualifier.KIND) == null
                        ? with(
                                statement,
                                Qualifier.KIND,
                                AgentKind.guess(value, vocabularies).code())
                        : statement;
            case IDENTIFIER -> identifier(statement);
            default -> statement;
        };
    }

    private static Statement identifier(Statement statement) {
        String stated = statement.qualifier(Qualifier.SCHEME);
        if (stated != null) {
            Optional<IdentifierScheme> scheme = IdentifierScheme.of(stated);
            return scheme.isEmpty()
                    ? statement
                    : withValue(statement, scheme.get().bare(statement.value()));
        }
        IdentifierScheme scheme = IdentifierScheme.detect(statement.value());
        return scheme == null
                ? statement
                : withValue(with(statement, Qualifier.SCHEME, scheme.code()), scheme.bare(statement.value()));
    }

    private @Nullable String language(String tag) {
        return tag.isBlank() ? null : vocabularies.languages().normalise(tag).orElse(tag);
    }

    private String characters(String text, Element element, int index, String member) {
        String clean = CleanText.characters(text, removed);
        if (!removed.isEmpty()) {
            String points = removed.stream()
                    .limit(10)
                    .map(point -> String.format(Locale.ROOT, "U+%04X", point))
                    .collect(Collectors.joining(", "));
            warnings.add(Finding.of(Rule.REMOVED_CHARACTERS, element.pointer(index) + member, points));
            removed.clear();
        }
        return clean;
    }

    private static Statement withValue(Statement statement, String value) {
        return value.equals(statement.value())
                ? statement
                : new Statement(statement.element(), value, statement.lang(), statement.qualifiers());
    }

    private static Statement with(Statement statement, Qualifier qualifier, String value) {
        Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
        qualifiers.putAll(statement.qualifiers());
        qualifiers.put(qualifier, value);
        return new Statement(statement.element(), statement.value(), statement.lang(), qualifiers);
    }
}
