package org.acervo.deposit;

import java.util.List;
import java.util.Map;
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

    /** @throws Refused where there is one though none is asked for, here and below where the body has another form */
    static void none(Asked.Body body) {
        object(body).refuse(List.of());
    }

    static Reasons forReturn(Asked.Body body) {
        RequestObject object = object(body);
        return read(object, object.textsByName("fieldReasons"), null);
    }

    static Reasons forWithdrawal(Asked.Body body) {
        RequestObject object = object(body);
        return read(object, Map.of(), object.text("replacedBy"));
    }

    static Reasons forReinstatement(Asked.Body body) {
        return read(object(body), Map.of(), null);
    }

    private static RequestObject object(Asked.Body body) {
        if (body.bytes().length > 0) {
            MediaTypes.require(body.type(), List.of(MediaTypes.JSON));
        }
        return RequestObject.of(body.bytes());
    }

    private static Reasons read(RequestObject object, Map<String, String> fieldReasons, @Nullable String replacedBy) {
        String reason = object.text(REASON);
        object.refuseMalformed(
                reason == null || reason.isBlank()
                        ? List.of(Finding.of(Rule.REASON_REQUIRED, "/" + REASON, null))
                        : List.of());
        return new Reasons(reason == null ? "" : reason, fieldReasons, replacedBy);
    }
}
