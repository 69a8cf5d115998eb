package org.acervo.pages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Queries of links. */
public final class Query {

    private static final int MOST = 500;

    private Query() {}

    /** The arguments as a query with its question mark, or nothing where there are none. */
    public static String of(Map<String, List<String>> arguments) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        arguments.forEach((name, values) -> values.forEach(value -> query.add(encode(name) + "=" + encode(value))));
        return query.toString();
    }

    /** The same for one value a name. */
    public static String ofSingle(Map<String, String> arguments) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        arguments.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
        return query.toString();
    }

    /**
     * Reads a query as a browser sends it. What is malformed is taken as it is, and of very many arguments the first.
     *
     * @param query without its question mark, or null where there is none
     */
    public static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        if (query != null) {
            Arrays.stream(query.split("&", MOST + 1)).limit(MOST).forEach(pair -> {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                if (!name.isEmpty()) {
                    arguments
                            .computeIfAbsent(name, each -> new ArrayList<>())
                            .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            });
        }
        return arguments;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }
}
