package org.acervo.format;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Finding.Severity;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;
import org.jspecify.annotations.Nullable;

/** Findings as answers tell them: rule, severity, pointer, the value given, what is expected, and a message for people. */
public final class FindingsJson {

    private FindingsJson() {}

    /** @param language of the messages */
    public static JsonArray write(List<Finding> findings, InterfaceLanguage language) {
        JsonArrayBuilder array = JsonMaker.array();
        for (Finding finding : findings) {
            JsonObjectBuilder object = JsonMaker.object()
                    .add("rule", finding.rule().code())
                    .add("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .add("pointer", finding.pointer());
            String given = finding.given();
            if (given != null) {
                object.add("given", given);
            }
            object.add("expected", JsonMaker.array(finding.expected()));
            if (!finding.labels().isEmpty()) {
                JsonObjectBuilder labels = JsonMaker.object();
                new TreeMap<>(finding.labels()).forEach((code, label) -> labels.add(code, label.in(language)));
                object.add("labels", labels);
            }
            array.add(object.add("message", finding.message(language)));
        }
        return array.build();
    }

    private static Map<String, Labels> labels(@Nullable JsonObject object) {
        Map<String, Labels> labels = new HashMap<>();
        if (object != null) {
            object.keySet().forEach(code -> labels.put(code, Labels.same(object.getString(code))));
        }
        return labels;
    }

    /**
     * Reads what {@link #write} wrote; the messages are left, and labels are in the one language that they were written in.
     *
     * @throws IllegalArgumentException where it did not write that
     */
    public static List<Finding> read(JsonArray array) {
        List<Finding> findings = new ArrayList<>();
        for (JsonObject object : array.getValuesAs(JsonObject.class)) {
            findings.add(new Finding(
                    Severity.valueOf(object.getString("severity").toUpperCase(Locale.ROOT)),
                    Rule.valueOf(
                            object.getString("rule").toUpperCase(Locale.ROOT).replace('-', '_')),
                    object.getString("pointer"),
                    object.containsKey("given") ? object.getString("given") : null,
                    object.getJsonArray("expected").getValuesAs(JsonString::getString),
                    labels(object.getJsonObject("labels"))));
        }
        return findings;
    }
}
