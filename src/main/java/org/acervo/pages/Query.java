package org.acervo.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Queries of links. */
public final class Query {

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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }
}
