package org.acervo.deposit;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acervo.catalog.DublinCore;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.format.JsonDocument;
import org.acervo.format.JsonMaker;
import org.acervo.format.PublicationJson;

/** Reads what requests carry. */
final class Bodies {

    private static final String WITHDRAWN = "withdrawn";
    private static final Set<Rule> ABOUT_MEMBERS = EnumSet.of(Rule.UNKNOWN_MEMBER, Rule.REPEATED_MEMBER);

    private Bodies() {}

    /** A whole publication in JSON. */
    static Given document(byte[] bytes) {
        return given(PublicationJson.read(SmallText.decode(bytes)), List.of());
    }

    /**
     * What a JSON Merge Patch (RFC 7396) makes of a text. Members of a publication that it does not name stay.
     *
     * @throws Refused where the patch is no JSON object
     */
    static Given patched(byte[] bytes, DublinCore text) {
        String patch = SmallText.decode(bytes);
        List<Finding> ofPatch = PublicationJson.read(patch).findings().stream()
                .filter(each -> each.pointer().isEmpty() || ABOUT_MEMBERS.contains(each.rule()))
                .toList();
        if (ofPatch.stream().anyMatch(each -> each.pointer().isEmpty() || each.rule() == Rule.REPEATED_MEMBER)) {
            throw new Refused(ofPatch);
        }
        JsonValue merged = JsonMaker.mergePatch(JsonDocument.read(patch)).apply(PublicationJson.write(text));
        return given(PublicationJson.read(merged.toString()), ofPatch);
    }

    private static Given given(PublicationJson.Reading reading, List<Finding> before) {
        List<Finding> findings = new ArrayList<>(before);
        reading.findings().stream().filter(each -> !findings.contains(each)).forEach(findings::add);
        if (reading.withdrawn() != null) {
            findings.add(Finding.of(Rule.UNKNOWN_MEMBER, "/" + WITHDRAWN, WITHDRAWN, "POST …/withdraw"));
        }
        return new Given(reading.metadata(), findings, Map.of());
    }
}
