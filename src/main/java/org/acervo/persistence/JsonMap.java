package org.acervo.persistence;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.acervo.format.JsonMaker;

/** Small maps of texts in a column. */
final class JsonMap {

    private JsonMap() {}

    static String write(Map<String, String> map) {
        JsonObjectBuilder object = JsonMaker.object();
        map.forEach(object::add);
        return object.build().toString();
    }

    static Map<String, String> read(String text) {
        try (JsonReader reader = JsonMaker.reader(text)) {
            JsonObject object = reader.readObject();
            Map<String, String> map = new LinkedHashMap<>();
            object.keySet().forEach(key -> map.put(key, object.getString(key)));
            return map;
        }
    }
}
