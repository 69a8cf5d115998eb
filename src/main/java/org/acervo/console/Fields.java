package org.acervo.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form as they were sent, in their order. Immutable. */
public final class Fields {

    /** No field at all. */
    public static final Fields NONE = new Fields(Map.of());

    private static final int MOST = 20_000;

    private final Map<String, List<String>> values;

    /** @param values as text fields of a browser have them, with line feeds alone */
    public Fields(Map<String, List<String>> values) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        this.values = copy;
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}. What is malformed is taken as it is.
     *
     * @throws IllegalArgumentException where there are far too many fields
     */
    public static Fields parse(String body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (String pair : body.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MOST) {
                throw new IllegalArgumentException("More than " + MOST + " fields");
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1)).replace("\r\n", "\n");
            values.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
        }
        return new Fields(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** Whether there is such a field. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The first value of a field; empty text where it is missing. */
    public String get(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** All values of a field. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Every field. */
    public Map<String, List<String>> asMap() {
        return java.util.Collections.unmodifiableMap(values);
    }
}
