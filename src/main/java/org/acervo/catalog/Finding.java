package org.acervo.catalog;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.acervo.vocabulary.Term;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document has wrong, or that its author should know.
 *
 * @param pointer JSON Pointer (RFC 6901) of the place in the document; empty for the document as a whole
 * @param given the value that was found, cut at a readable length, or null where it is missing
 * @param expected what would be right: the values allowed, or a form; may be empty
 * @param labels what people read for those of the expected that are codes
 */
public record Finding(
        Severity severity,
        Rule rule,
        String pointer,
        @Nullable String given,
        List<String> expected,
        Map<String, Labels> labels) {

    private static final int READABLE = 200;
    private static final int FEW = 5;

    /** Errors block publishing, warnings do not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        expected = List.copyOf(expected);
        labels = Map.copyOf(labels);
        given = given == null || given.length() <= READABLE ? given : cut(given);
    }

    /** An error or warning, as its rule says. */
    public static Finding of(Rule rule, String pointer, @Nullable String given, List<String> expected) {
        return new Finding(rule.severity(), rule, pointer, given, expected, Map.of());
    }

    /** An error or warning, as its rule says, with one form that would be right. */
    public static Finding of(Rule rule, String pointer, @Nullable String given, String... expected) {
        return of(rule, pointer, given, List.of(expected));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same about another place in the document. */
    public Finding at(String otherPointer) {
        return new Finding(severity, rule, otherPointer, given, expected, labels);
    }

    /** The same with what people read for its codes. */
    public Finding labelled(Collection<? extends Term> terms) {
        return labelled(terms.stream().collect(Collectors.toMap(Term::code, Term::labels)));
    }

    /** The same with what people read for its codes. */
    public Finding labelled(Map<String, Labels> known) {
        Map<String, Labels> mine = new HashMap<>(known);
        mine.keySet().retainAll(expected);
        return new Finding(severity, rule, pointer, given, expected, mine);
    }

    /**
     * What a person reads. The bundle has a message for each rule's code, and where it says something of what is
     * expected, a second sentence under the code with {@code .expected}; {@code {0}} is the value given, {@code {1}} what
     * is expected, {@code {2}} the pointer.
     */
    public String message(InterfaceLanguage language) {
        // English is the base bundle; asking for "en" would try the machine's own language before it
        Locale locale = language == InterfaceLanguage.EN ? Locale.ROOT : language.locale();
        ResourceBundle bundle = ResourceBundle.getBundle("org.acervo.catalog.findings", locale);
        String pattern = bundle.getString(rule.code());
        String more = rule.code() + ".expected";
        if (!expected.isEmpty() && bundle.containsKey(more)) {
            pattern = pattern + " " + bundle.getString(more);
        }
        return new MessageFormat(pattern, language.locale())
                .format(new Object[] {given == null ? "" : given, told(language), pointer})
                .strip();
    }

    /** What is expected; of labelled codes only the first, which are the nearest, each with its label. */
    private String told(InterfaceLanguage language) {
        return expected.stream()
                .limit(labels.isEmpty() ? expected.size() : FEW)
                .map(each -> {
                    Labels label = labels.get(each);
                    return label == null || label.in(language).equalsIgnoreCase(each)
                            ? each
                            : each + " (" + label.in(language) + ")";
                })
                .collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        boolean splits = Character.isHighSurrogate(text.charAt(READABLE - 1));
        return text.substring(0, splits ? READABLE - 1 : READABLE) + "…";
    }
}
