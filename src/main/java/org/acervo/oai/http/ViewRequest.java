package org.acervo.oai.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acervo.oai.Argument;
import org.acervo.oai.Verb;
import org.acervo.pages.PageRequest;
import org.acervo.pages.Query;
import org.acervo.vocabulary.InterfaceLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks: a request of the protocol, and the page that shows the answer.
 */
record ViewRequest(Map<String, List<String>> arguments, PageRequest page) {

    private static final String VERB = "verb";
    private static final String LANG = "lang";
    /** The form sends it, with every field that it has, filled in or not. */
    private static final String FORM = "form";

    /**
     * Reads a query. Without a verb it is Identify; fields of the form that are empty, or that the verb does not take,
     * are no arguments.
     */
    static ViewRequest of(Map<String, List<String>> query, @Nullable String acceptLanguage) {
        Map<String, List<String>> arguments = new LinkedHashMap<>(query);
        List<String> lang = arguments.remove(LANG);
        if (arguments.remove(FORM) != null) {
            tidy(arguments);
        }
        if (arguments.isEmpty()) {
            arguments.put(VERB, List.of(Verb.IDENTIFY.spelling()));
        }
        return new ViewRequest(
                arguments, PageRequest.of("oai/view", arguments, lang == null ? null : lang.get(0), acceptLanguage));
    }

    InterfaceLanguage language() {
        return page.language();
    }

    private static void tidy(Map<String, List<String>> arguments) {
        arguments.values().removeIf(values -> values.stream().allMatch(String::isBlank));
        List<String> verbs = arguments.getOrDefault(VERB, List.of());
        Verb.find(verbs.isEmpty() ? "" : verbs.get(0)).ifPresent(verb -> arguments
                .keySet()
                .removeIf(name -> !name.equals(VERB)
                        && Argument.find(name)
                                .filter(argument -> !verb.taken().contains(argument))
                                .isPresent()));
    }

    /** The first value of an argument, or nothing. */
    String value(String name) {
        List<String> values = arguments.getOrDefault(name, List.of(""));
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The address of another answer, relative to this page. */
    String link(String... pairs) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.put(pairs[i], List.of(pairs[i + 1]));
        }
        if (page.chosen()) {
            query.put(LANG, List.of(language().tag()));
        }
        return "view" + Query.of(query);
    }

    /** The address of the same answer in XML. */
    String xml() {
        return "../oai" + Query.of(arguments);
    }
}
