package org.acervo.deposit;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.acervo.catalog.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with, as a value that can be kept and given again.
 *
 * @param about the publication that it is about, or null
 * @param headers in the order in which they are sent
 */
public record Answer(int status, @Nullable PublicationId about, Map<String, String> headers, String body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer in JSON. */
    static Answer json(int status, @Nullable PublicationId about, JsonObject body) {
        return new Answer(status, about, Map.of("Content-Type", "application/json"), body.toString());
    }

    /** An answer without a body. */
    static Answer empty(PublicationId about) {
        return new Answer(204, about, Map.of(), "");
    }

    Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, about, all, body);
    }
}
