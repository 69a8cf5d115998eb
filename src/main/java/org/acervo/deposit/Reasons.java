package org.acervo.deposit;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Why a step is made, as the body of its request says.
 *
 * @param reason empty where none is given
 * @param fieldReasons by JSON Pointer
 * @param replacedBy a sourceId, an id or a URL, or null
 */
record Reasons(
        String reason,
        Map<String, String> fieldReasons,
        @Nullable String replacedBy) {

    private static final String REASON = "reason";
    private static final String FIELD_REASONS = "fieldReasons";
    private static final String REPLACED_BY = "replacedBy";

    /** @throws Refused where the body is no object of these members and texts */
    static Reasons read(Asked.Body body, String... members) {
        JsonObject object = Bodies.step(body, Set.of(members));
        String reason = text(object.get(REASON), "/" + REASON);
        return new Reasons(
                reason == null ? "" : reason,
                fieldReasons(object.get(FIELD_REASONS)),
                text(object.get(REPLACED_BY), "/" + REPLACED_BY));
    }

    /** @throws Refused where there is one though none is asked for */
    static void none(Asked.Body body) {
        read(body);
    }

    static Reasons forReturn(Asked.Body body) {
        return read(body, REASON, FIELD_REASONS);
    }

    static Reasons forWithdrawal(Asked.Body body) {
        return read(body, REASON, REPLACED_BY);
    }

    static Reasons forReinstatement(Asked.Body body) {
        return read(body, REASON);
    }

    private static Map<String, String> fieldReasons(@Nullable JsonValue value) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return reasons;
        }
        if (!(value instanceof JsonObject object)) {
            throw new Refused(
                    Finding.of(Rule.WRONG_KIND, "/" + FIELD_REASONS, value.toString(), "{\"/title\": \"…\"}"));
        }
        object.forEach((field, each) -> {
            String text = text(
                    each, "/" + FIELD_REASONS + "/" + field.replace("~", "~0").replace("/", "~1"));
            if (text != null) {
                reasons.put(field, text);
            }
        });
        return reasons;
    }

    private static @Nullable String text(@Nullable JsonValue value, String pointer) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new Refused(Finding.of(Rule.WRONG_KIND, pointer, value.toString(), "\"…\""));
    }
}
