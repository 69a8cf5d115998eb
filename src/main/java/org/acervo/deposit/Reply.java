package org.acervo.deposit;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    public static Reply json(int status, @Nullable PublicationId about, JsonObject body) {
        return new Reply(status, about, Map.of("Content-Type", MediaTypes.JSON), body.toString());
    }

    /** An answer in a form of XML. */
    static Reply xml(int status, PublicationId about, String type, String body) {
        return new Reply(status, about, Map.of("Content-Type", type + "; charset=UTF-8"), body);
    }

    /** An answer without a body. */
    public static Reply empty(@Nullable PublicationId about) {
        return new Reply(204, about, Map.of(), "");
    }

    /** The same where nothing of it was kept: there is nothing at its address. */
    Reply tried() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.remove("Location");
        return new Reply(status, about, all, body);
    }

    /** The same with another body. */
    Reply with(UnaryOperator<String> change) {
        return new Reply(status, about, headers, change.apply(body));
    }

    public Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, about, all, body);
    }
}
