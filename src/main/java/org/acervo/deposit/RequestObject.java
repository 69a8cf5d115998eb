package org.acervo.deposit;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Nearest;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.format.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A small JSON object that somebody has sent, read member by member. What cannot be read is noted as a finding and counts as
 * absent, so that all findings come at once, by {@link #refuse}. A member that is null counts as absent, too.
 */
final class RequestObject {

    private static final int MOST_VALUES = 1000;

    private final JsonObject object;
    private final Set<String> read = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private RequestObject(JsonObject object) {
        this.object = object;
    }

    /**
     * Reads the body of a request; an empty one stands for an object without members.
     *
     * @throws Refused where it is no JSON object, or too long
     * @throws IOException where it breaks off
     */
    static RequestObject read(InputStream body) throws IOException {
        return of(SmallText.read(body));
    }

    /** @throws Refused where it is no JSON object */
    static RequestObject of(byte[] body) {
        return of(SmallText.decode(body));
    }

    private static RequestObject of(String text) {
        return new RequestObject(text.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : JsonDocument.read(text));
    }

    @Nullable
    String text(String member) {
        JsonValue value = value(member);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        wrong(member, value, "\"…\"");
        return null;
    }

    /** The texts of a list; one text stands for a list of one. Null where the member is absent. */
    @Nullable
    List<String> texts(String member) {
        JsonValue value = value(member);
        if (value instanceof JsonString text) {
            return List.of(text.getString());
        }
        if (value instanceof JsonArray list && list.size() <= MOST_VALUES) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof JsonString text) {
                    texts.add(text.getString());
                } else {
                    wrong(member + "/" + i, list.get(i), "\"…\"");
                }
            }
            return texts;
        }
        wrong(member, value, "[\"…\"]");
        return null;
    }

    /** The texts of an object by their names; empty where the member is absent. */
    Map<String, String> textsByName(String member) {
        JsonValue value = value(member);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof JsonObject map) {
            map.forEach((name, each) -> {
                if (each instanceof JsonString text) {
                    texts.put(name, text.getString());
                } else {
                    wrong(member + "/" + name.replace("~", "~0").replace("/", "~1"), each, "\"…\"");
                }
            });
        } else {
            wrong(member, value, "{\"/title\": \"…\"}");
        }
        return texts;
    }

    @Nullable
    Boolean truth(String member) {
        JsonValue value = value(member);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        wrong(member, value, "true", "false");
        return null;
    }

    /** A whole number from 0. */
    OptionalLong count(String member) {
        JsonValue value = value(member);
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.bigDecimalValue().signum() >= 0) {
            if (number.bigDecimalValue().precision() - number.bigDecimalValue().scale() <= 18) {
                return OptionalLong.of(number.longValue());
            }
        }
        wrong(member, value, "0 … 999999999999999999");
        return OptionalLong.empty();
    }

    /** A time as RFC 3339 writes it, in UTC. */
    @Nullable
    Instant time(String member) {
        String text = text(member);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            findings.add(Finding.of(Rule.MALFORMED_DATE, "/" + member, text, "2030-12-31T23:59:59Z"));
            return null;
        }
    }

    private @Nullable JsonValue value(String member) {
        read.add(member);
        JsonValue value = object.get(member);
        return value == null || value == JsonValue.NULL ? null : value;
    }

    private void wrong(String place, @Nullable JsonValue value, String... expected) {
        if (value != null) {
            findings.add(Finding.of(Rule.WRONG_KIND, "/" + place, value.toString(), expected));
        }
    }

    /**
     * To be called when every member was read, with what else is wrong.
     *
     * @throws Refused with all findings, where there are any; members that were not read are among them
     */
    void refuse(List<Finding> others) {
        List<Finding> all = malformed();
        Set<String> told = new HashSet<>(all.stream().map(Finding::pointer).toList());
        others.stream().filter(other -> !told.contains(other.pointer())).forEach(all::add);
        if (!all.isEmpty()) {
            throw new Refused(all);
        }
    }

    /** The same, with what the rules would find only later; without effect where the form is right. */
    void refuseMalformed(List<Finding> later) {
        if (!malformed().isEmpty()) {
            refuse(later);
        }
    }

    private List<Finding> malformed() {
        List<Finding> all = new ArrayList<>(findings);
        Set<String> unknown = new TreeSet<>(object.keySet());
        unknown.removeAll(read);
        for (String member : unknown) {
            String pointer = "/" + member.replace("~", "~0").replace("/", "~1");
            all.add(Finding.of(Rule.UNKNOWN_MEMBER, pointer, member, Nearest.codes(member, read)));
        }
        return all;
    }
}
