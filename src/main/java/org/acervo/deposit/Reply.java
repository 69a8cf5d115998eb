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
public record Reply(int status, @Nullable PublicationId about, Map<String, String> headers, String body) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An answer in JSON. */
    static Reply json(int status, @Nullable PublicationId about, JsonObject body) {
        return new Reply(status, about, Map.of("Content-Type", "application/json"), body.toString());
    }

    /** An answer without a body. */
    static Reply empty(PublicationId about) {
        return new Reply(204, about, Map.of(), "");
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, about, all, body);
    }
}
