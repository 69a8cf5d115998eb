package org.acervo.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;

/**
 * An object in a file of the operator. What cannot be read is noted as a problem and a blank is answered for it, so that
 * all problems come at once.
 */
final class ConfigurationEntry {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String place;
    private final JsonObject object;
    private final List<String> problems;
    private final Set<String> read = new HashSet<>();

    /** @param place the file and the entry, as problems name them */
    ConfigurationEntry(String place, JsonObject object, List<String> problems) {
        this.place = place;
        this.object = object;
        this.problems = problems;
    }

    /** Whether the member is there. */
    boolean has(String member) {
        return value(member) != null;
    }

    /** A text that must be there. */
    String text(String member) {
        String text = optional(member);
        if (text == null && !object.containsKey(member)) {
            problem(member, "a text");
        }
        return text == null ? "" : text;
    }

    /** A text, or null where there is none. */
    @Nullable
    String optional(String member) {
        JsonValue value = value(member);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString().strip();
        }
        problem(member, "a text");
        return null;
    }

    /** A code of lower-case letters, digits and hyphens. */
    String code(String member) {
        String code = text(member);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            problem(member, "lower-case letters, digits and hyphens");
        }
        return code;
    }

    /** An absolute http or https URI, as records carry it. */
    String address(String member) {
        String address = text(member);
        if (!address.isEmpty() && !address.startsWith("http://") && !address.startsWith("https://")) {
            problem(member, "an address that begins with http:// or https://");
        }
        return address;
    }

    /** A text in the four interface languages. */
    Labels labels(String member) {
        if (!(value(member) instanceof JsonObject labels)) {
            problem(member, "an object with a text in each of en, es, fr and pt");
            return Labels.same("");
        }
        ConfigurationEntry entry = new ConfigurationEntry(place + ", " + member, labels, problems);
        Labels all = new Labels(entry.text("en"), entry.text("es"), entry.text("fr"), entry.text("pt"));
        entry.refuseOthers();
        return all;
    }

    /** A list of texts; empty where there is none. */
    List<String> texts(String member) {
        JsonValue value = value(member);
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (JsonValue each : array) {
                if (each instanceof JsonString text && !text.getString().isBlank()) {
                    texts.add(text.getString().strip());
                } else {
                    problem(member, "a list of texts");
                }
            }
        } else if (value != null) {
            problem(member, "a list of texts");
        }
        return texts;
    }

    /** An object inside this one; an empty one where there is none. */
    ConfigurationEntry object(String member) {
        JsonValue value = value(member);
        if (value != null && !(value instanceof JsonObject)) {
            problem(member, "an object");
        }
        JsonObject inner = value instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
        return new ConfigurationEntry(place + ", " + member, inner, problems);
    }

    /** True or false, which must be there. */
    boolean flag(String member) {
        JsonValue value = value(member);
        if (!JsonValue.TRUE.equals(value) && !JsonValue.FALSE.equals(value)) {
            problem(member, "true or false");
        }
        return JsonValue.TRUE.equals(value);
    }

    /** A whole number, which must be there. */
    int number(String member) {
        if (value(member) instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        problem(member, "a whole number");
        return 0;
    }

    /** What one of a few words stands for; the first value where it is none of them. */
    <T> T oneOf(String member, Map<String, T> words) {
        String word = text(member);
        T meant = words.get(word);
        if (meant != null) {
            return meant;
        }
        if (!word.isEmpty()) {
            problem(member, String.join(" or ", words.keySet()));
        }
        return words.values().iterator().next();
    }

    /** Notes that a member's value is not what was expected. */
    void problem(String member, String expected) {
        String found = object.containsKey(member) ? "is " + object.get(member) : "is missing";
        problems.add(place + ": \"" + member + "\" " + found + "; expected " + expected);
    }

    /** Notes every member that nobody asked for: a misspelt name would otherwise be lost in silence. */
    void refuseOthers() {
        for (String member : object.keySet()) {
            if (!read.contains(member)) {
                problems.add(place + ": \"" + member + "\" is not known here; expected "
                        + String.join(", ", new TreeSet<>(read)));
            }
        }
    }

    private @Nullable JsonValue value(String member) {
        read.add(member);
        return object.get(member);
    }
}
