package org.acervo.catalog;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document has wrong, or that its author should know.
 *
 * @param pointer JSON Pointer (RFC 6901) of the place in the document; empty for the document as a whole
 * @param given the value that was found, cut at a readable length, or null where it is missing
 * @param expected what would be right: the values allowed, or a form; may be empty
 */
public record Finding(
        Severity severity,
        Rule rule,
        String pointer,
        @Nullable String given,
        List<String> expected) {

    private static final int READABLE = 200;

    /** Errors block publishing, warnings do not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        expected = List.copyOf(expected);
        given = given == null || given.length() <= READABLE ? given : cut(given);
    }

    /** An error or warning, as its rule says. */
    public static Finding of(Rule rule, String pointer, @Nullable String given, List<String> expected) {
        return new Finding(rule.severity(), rule, pointer, given, expected);
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
        return new Finding(severity, rule, otherPointer, given, expected);
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
                .format(new Object[] {given == null ? "" : given, String.join(", ", expected), pointer})
                .strip();
    }

    private static String cut(String text) {
        boolean splits = Character.isHighSurrogate(text.charAt(READABLE - 1));
        return text.substring(0, splits ? READABLE - 1 : READABLE) + "…";
    }
}
