package org.acervo.deposit.bulk;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.acervo.catalog.Finding;
import org.acervo.format.FindingsJson;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.InterfaceLanguage;

/** Findings with their cells as JSON, for answers and for storage. */
public final class SheetFindings {

    private static final String CELL = "cell";

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
        return findings.isEmpty() ? "[]" : write(findings, InterfaceLanguage.EN).toString();
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
                findings.add(new SheetFinding(object.getString(CELL, ""), plain.get(i)));
            }
            return findings;
        }
    }
}
