package org.acervo.deposit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.format.JsonMaker;
import org.jspecify.annotations.Nullable;

/** Answers in JSON that nobody may keep: each is for its caller, and some tell a secret. */
final class PrivateJson {

    private PrivateJson() {}

    static Response.ResponseBuilder json(int status, JsonValue value) {
        return Response.status(status)
                .entity(value.toString())
                .header("Content-Type", "application/json; charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    static Response ok(JsonObject object) {
        return json(200, object).build();
    }

    /** What is thrown where there is nothing of that name. */
    static Refused nothing() {
        return new Refused(Finding.of(Rule.NOT_FOUND, "", null));
    }

    static JsonValue time(@Nullable Instant time) {
        return time == null
                ? JsonValue.NULL
                : JsonMaker.text(time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    static JsonValue text(@Nullable String text) {
        return text == null ? JsonValue.NULL : JsonMaker.text(text);
    }

    static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = JsonMaker.array();
        texts.stream().sorted().forEach(array::add);
        return array;
    }
}
