package org.acervo.catalog;

import java.text.MessageFormat;
import java.util.List;
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
public record Finding(Severity severity, Rule rule, String pointer, @Nullable String given, List<String> expected) {

    private static final int READABLE = 200;

    /** Errors block publishing, warnings do not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public Finding {
        expected = List.copyOf(expected);
        given = given == null || given.length() <= READABLE ? given : given.substring(0, READABLE) + "…";
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

    /** What a person reads. */
    public String message(InterfaceLanguage language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.acervo.catalog.findings",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String pattern = bundle.getString(rule.code());
        return new MessageFormat(pattern, language.locale())
                .format(new Object[] {given == null ? "" : given, String.join(", ", expected), pointer});
    }
}
