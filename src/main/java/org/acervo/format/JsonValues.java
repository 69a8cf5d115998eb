package org.acervo.format;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.catalog.Element;
import org.acervo.catalog.Form;
import org.acervo.catalog.Qualifier;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Statement;
import org.jspecify.annotations.Nullable;

/** Reads values of elements; where the form is wrong it adds a finding and gives nothing. For one document. */
final class JsonValues {

    private static final Map<String, Qualifier> QUALIFIERS =
            Stream.of(Qualifier.values()).collect(Collectors.toUnmodifiableMap(Qualifier::member, each -> each));

    private static final String LANG = "lang";
    private static final String STRING = "\"…\"";
    private static final int LONGEST_NUMBER = 40;

    private final JsonParser parser;
    private final JsonFindings findings;

    JsonValues(JsonParser parser, JsonFindings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /** The statement of one value, or null where there is none. */
    @Nullable
    Statement statement(Element element, Event value, String pointer) {
        Form form = element.form();
        if (value == Event.START_OBJECT) {
            return object(element, pointer);
        }
        if (value == Event.VALUE_NULL) {
            return null;
        }
        if (value == Event.START_ARRAY || form.objectOnly()) {
            findings.add(Rule.WRONG_KIND, pointer, skip(value), forms(form));
            return null;
        }
        String text = text(value, pointer);
        return text == null ? null : Statement.of(element, text);
    }

    private @Nullable Statement object(Element element, String pointer) {
        Form form = element.form();
        Set<String> seen = new HashSet<>();
        Map<Qualifier, String> qualifiers = new EnumMap<>(Qualifier.class);
        String value = null;
        String lang = null;
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            Event event = parser.next();
            String place = JsonFindings.pointer(pointer, name);
            Qualifier qualifier = QUALIFIERS.get(name);
            if (!seen.add(name)) {
                findings.add(Rule.REPEATED_MEMBER, place, name);
                skip(event);
            } else if (name.equals(form.member())) {
                value = text(event, place);
            } else if (name.equals(LANG) && form.hasLanguage()) {
                lang = text(event, place);
            } else if (qualifier != null && form.qualifiers().contains(qualifier)) {
                put(qualifiers, qualifier, text(event, place));
            } else {
                findings.add(Rule.UNKNOWN_MEMBER, place, name, KnownNames.nearest(name, members(form)));
                skip(event);
            }
        }
        return value == null
                ? without(form, pointer)
                : new Statement(element, value, lang, qualifiers.isEmpty() ? Map.of() : qualifiers);
    }

    private static void put(Map<Qualifier, String> qualifiers, Qualifier qualifier, @Nullable String value) {
        if (value != null) {
            qualifiers.put(qualifier, value);
        }
    }

    private @Nullable Statement without(Form form, String pointer) {
        String place = pointer + "/" + form.member();
        if (!findings.has(place)) {
            findings.add(Rule.REQUIRED, place, null);
        }
        return null;
    }

    /** The text of a string, or the digits of a whole number, or null. */
    @Nullable
    String text(Event event, String pointer) {
        if (event == Event.VALUE_NULL) {
            return null;
        }
        if (event == Event.VALUE_STRING) {
            return parser.getString();
        }
        String given = skip(event);
        if (event == Event.VALUE_NUMBER && isWhole(given)) {
            return given;
        }
        findings.add(Rule.WRONG_KIND, pointer, given, STRING);
        return null;
    }

    /** Digits alone: 2021.0 and 2e3 are whole numbers too, but nobody writes a date or a number of a series so. */
    private static boolean isWhole(String number) {
        return number.length() <= LONGEST_NUMBER && number.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
    }

    /** Passes over a value, and says in short what it was. */
    String skip(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> {
                for (int depth = 1; depth > 0; ) {
                    depth += change(parser.next());
                }
                yield event == Event.START_OBJECT ? "{…}" : "[…]";
            }
            case VALUE_STRING, VALUE_NUMBER -> parser.getString();
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            default -> "null";
        };
    }

    private static int change(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    private static List<String> members(Form form) {
        List<String> members = new ArrayList<>();
        members.add(form.member());
        if (form.hasLanguage()) {
            members.add(LANG);
        }
        form.qualifiers().stream().sorted().map(Qualifier::member).forEach(members::add);
        return members;
    }

    /** What a value of the form may look like. */
    private static List<String> forms(Form form) {
        String object = members(form).stream()
                .map(each -> '"' + each + "\": \"…\"")
                .collect(Collectors.joining(", ", "{", "}"));
        return form.objectOnly() ? List.of(object) : List.of(STRING, object);
    }
}
