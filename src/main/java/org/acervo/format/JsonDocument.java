package org.acervo.format;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;

/** Any JSON object that somebody sends, read strictly: no member twice, not too deep, nothing after it. */
public final class JsonDocument {

    /** Deeper than any document of these forms or any answer, and far from the depth at which parsers give up. */
    static final int DEEPEST = 32;

    private static final JsonReaderFactory READERS =
            JsonProvider.provider().createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonDocument() {}

    /** @throws Refused with what is wrong with its form */
    public static JsonObject read(String given) {
        String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
        if (isTooDeep(text)) {
            throw new Refused(Finding.of(Rule.TOO_DEEP, "", null, Integer.toString(DEEPEST)));
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            if (reader.readValue() instanceof JsonObject object) {
                return object;
            }
            throw new Refused(Finding.of(Rule.NOT_AN_OBJECT, "", null, "{…}"));
        } catch (JsonParsingException malformed) {
            String place = malformed.getLocation().getLineNumber() + ":"
                    + malformed.getLocation().getColumnNumber();
            throw new Refused(Finding.of(Rule.NOT_JSON, "", null, place));
        } catch (JsonException | IllegalStateException malformed) {
            throw new Refused(Finding.of(Rule.NOT_JSON, "", null));
        }
    }

    /** Whether brackets are nested too deep outside strings, whether or not they match. */
    static boolean isTooDeep(String text) {
        return depth(text) > DEEPEST;
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = endOfString(text, i);
            } else if (c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }

    /** The place of the quotation mark that ends a string, or the end of the text: nearly all of a text is in strings. */
    private static int endOfString(String text, int begin) {
        int end = begin;
        do {
            end = text.indexOf('"', end + 1);
        } while (end >= 0 && isEscaped(text, begin, end));
        return end < 0 ? text.length() : end;
    }

    private static boolean isEscaped(String text, int begin, int mark) {
        int backslashes = mark - 1;
        while (backslashes > begin && text.charAt(backslashes) == '\\') {
            backslashes--;
        }
        return (mark - 1 - backslashes) % 2 == 1;
    }
}
