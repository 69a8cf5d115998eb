package org.acervo.deposit.bulk;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.acervo.format.JsonMaker;
import org.acervo.vocabulary.InterfaceLanguage;

/** How far jobs are, as JSON. */
final class BulkJson {

    private BulkJson() {}

    static JsonObject write(BulkDeposits.Progress progress, String address, InterfaceLanguage language) {
        BulkJob job = progress.job();
        JsonObjectBuilder rows = JsonMaker.object().add("total", job.total()).add("done", progress.done());
        for (Outcome.Result result : Outcome.Result.values()) {
            rows.add(result.code(), progress.tally().getOrDefault(result, 0));
        }
        JsonObjectBuilder object = JsonMaker.object()
                .add("id", job.id())
                .add("state", job.state().code())
                .add("then", job.wish().then().code())
                .add("dryRun", job.wish().dryRun())
                .add(
                        "format",
                        job.upload().archive() ? "zip" : job.upload().sheet().extension())
                .add("rows", rows)
                .add("created", job.created().toString());
        if (job.started() != null) {
            object.add("started", job.started().toString());
        }
        if (job.ended() != null) {
            object.add("ended", job.ended().toString());
        }
        return object.add("findings", SheetFindings.write(job.findings(), language))
                .add("links", JsonMaker.object().add("self", address).add("sheet", address + "/sheet"))
                .build();
    }

    static JsonArray list(List<JsonObject> objects) {
        JsonArrayBuilder array = JsonMaker.array();
        objects.forEach(array::add);
        return array.build();
    }

    static JsonObject object(String name, JsonValue value) {
        return JsonMaker.object().add(name, value).build();
    }
}
