package org.acervo.deposit.bulk;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.catalog.Finding;
import org.acervo.format.FindingsJson;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** Findings with their cells as JSON, for answers and for storage. */
public final class SheetFindings {

    private static final String CELL = "cell";
    private static final String TOLD = "told";

    /** As many labels as a message tells of. */
    private static final int MOST_TOLD = 5;

    private SheetFindings() {}

    /** @param language of the messages */
    public static JsonArray write(List<SheetFinding> findings, InterfaceLanguage language) {
        List<Finding> plain = findings.stream().map(SheetFinding::finding).toList();
        JsonArray written = FindingsJson.write(plain, language);
        JsonArrayBuilder array = JsonMaker.array();
        for (int i = 0; i < findings.size(); i++) {
            JsonObjectBuilder object = JsonMaker.object();
            if (!findings.get(i).cell().isEmpty()) {
                object.add(CELL, findings.get(i).cell());
            }
            written.getJsonObject(i).forEach(object::add);
            array.add(object);
        }
        return array.build();
    }

    /** For storage. */
    public static String toText(List<SheetFinding> findings) {
        if (findings.isEmpty()) {
            return "[]";
        }
        JsonArray written = write(findings, InterfaceLanguage.EN);
        JsonArrayBuilder array = JsonMaker.array();
        for (int i = 0; i < findings.size(); i++) {
            JsonObjectBuilder object = JsonMaker.object();
            written.getJsonObject(i).forEach(object::add);
            JsonObject labels = told(findings.get(i).finding());
            array.add(labels.isEmpty() ? object : object.add(TOLD, labels));
        }
        return array.build().toString();
    }

    /** The labels that a message tells, in every language, for it is not known yet who will read it. */
    private static JsonObject told(Finding finding) {
        JsonObjectBuilder object = JsonMaker.object();
        finding.expected().stream().limit(MOST_TOLD).forEach(code -> {
            Labels labels = finding.labels().get(code);
            if (labels != null) {
                JsonObjectBuilder all = JsonMaker.object();
                for (InterfaceLanguage language : InterfaceLanguage.values()) {
                    all.add(language.tag(), labels.in(language));
                }
                object.add(code, all);
            }
        });
        return object.build();
    }

    private static Finding labelled(Finding plain, JsonObject object) {
        Map<String, Labels> labels = new HashMap<>(plain.labels());
        if (object.get(TOLD) instanceof JsonObject told) {
            told.keySet()
                    .forEach(code -> labels.put(
                            code, Labels.of(language -> told.getJsonObject(code).getString(language.tag()))));
        }
        return plain.labelled(labels);
    }

    /** Reads what {@link #toText} wrote. */
    public static List<SheetFinding> fromText(String text) {
        if (text.equals("[]")) {
            return List.of();
        }
        try (JsonReader reader = JsonMaker.reader(text)) {
            JsonArray array = reader.readArray();
            List<Finding> plain = FindingsJson.read(array);
            List<SheetFinding> findings = new ArrayList<>();
            for (int i = 0; i < plain.size(); i++) {
                JsonObject object = array.getJsonObject(i);
                findings.add(new SheetFinding(object.getString(CELL, ""), labelled(plain.get(i), object)));
            }
            return findings;
        }
    }
}
