package org.acervo.deposit;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Nearest;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.format.JsonDocument;

/** A JSON Merge Patch (RFC 7396) of what is said of a file. */
final class FilePatch {

    private FilePatch() {}

    /**
     * What it says; null takes back what was said.
     *
     * @throws Refused where it is no JSON object
     */
    static FileParameters read(byte[] body) {
        JsonObject patch = JsonDocument.read(SmallText.decode(body));
        Map<String, String> said = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        patch.forEach((name, value) -> {
            if (!FileParameters.NAMES.contains(name)) {
                findings.add(
                        Finding.of(Rule.UNKNOWN_MEMBER, "/" + name, name, Nearest.codes(name, FileParameters.NAMES)));
            } else if (value instanceof JsonString text) {
                said.put(name, text.getString());
            } else if (value instanceof JsonNumber number && name.equals(FileParameters.POSITION)) {
                said.put(name, number.toString());
            } else if (value == JsonValue.NULL) {
                said.put(name, "");
            } else {
                findings.add(Finding.of(Rule.WRONG_KIND, "/" + name, value.toString(), "\"…\""));
            }
        });
        return new FileParameters(said, findings);
    }
}
