package org.acervo.format;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonMergePatch;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/** Makes JSON: {@link jakarta.json.Json} looks through every library of the server for its provider, each time. Thread-safe. */
public final class JsonMaker {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonMaker() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    public static JsonObjectBuilder object(Map<String, Object> members) {
        return PROVIDER.createObjectBuilder(members);
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    public static JsonArrayBuilder array(Collection<String> texts) {
        return PROVIDER.createArrayBuilder(texts);
    }

    public static JsonString text(String text) {
        return PROVIDER.createValue(text);
    }

    /** A patch to be applied (RFC 7396). */
    public static JsonMergePatch mergePatch(JsonValue patch) {
        return PROVIDER.createMergePatch(patch);
    }

    /** Reads what was made here, or comes from nowhere else. */
    public static JsonReader reader(String text) {
        return PROVIDER.createReader(new StringReader(text));
    }
}
